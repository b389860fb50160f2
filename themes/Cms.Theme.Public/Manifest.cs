using Cms.Core.Modules;

[assembly: Theme(Name = "Kilometre stone", Description = "The public website: the stone of departmental roads before a ridge from the Atlantic to the Mediterranean.", Category = "Themes")]
