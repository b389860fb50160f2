using Cms.Core.Modules;

[assembly: Module(Name = "Testimonials", Description = "What people said: quotations, reported speech, videos, participants.", Category = "Content")]
