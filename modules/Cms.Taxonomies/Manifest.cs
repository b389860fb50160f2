using Cms.Core.Modules;

[assembly: Module(Name = "Taxonomies", Description = "Lists of terms, such as themes, that content is sorted by.", Category = "Content")]
