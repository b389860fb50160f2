using Cms.Core.Modules;

[assembly: Module(Name = "Videos", Description = "Films with their people, transcript and captions.", Category = "Content")]
