//! Follows a path to the modules that it imports from, through `use` declarations and globs.

use crate::ModulePath;
use crate::crates::Crate;
use crate::paths::{Binding, WrittenPath};

/// More re-exports than this in a row are a circle.
const LONGEST: usize = 16;

impl Crate {
    /// The path from the root of the crate; `None` if it leads to another crate.
    pub(crate) fn absolute(&self, module: &[String], path: &WrittenPath) -> Option<Vec<String>> {
        let first = path.segments.first()?;
        let mut absolute = module.to_vec();
        let mut segments = path.segments.as_slice();
        if first == "crate" {
            absolute.clear();
            segments = &segments[1..];
        } else if first == "self" {
            segments = &segments[1..];
        } else if first != "super" && !self.has_beside(module, path, first) {
            return None;
        }
        for segment in segments {
            if segment == "super" {
                absolute.pop();
            } else {
                absolute.push(segment.clone());
            }
        }
        Some(absolute)
    }

    /// Whether a path of a `use` declaration begins with a name of its own module, and not with a crate.
    fn has_beside(&self, module: &[String], path: &WrittenPath, first: &String) -> bool {
        let by_itself = path.segments.len() == 1;
        self.modules.contains_key(&child(module, first))
            || self.modules.get(module).is_some_and(|module| {
                let binds = |other: &WrittenPath| other.binds == Binding::Name(first.clone());
                !by_itself && (module.defines.contains(first) || module.uses.iter().any(binds))
            })
    }

    /// The modules that a path imports from: the one that holds the item, and each that re-exports it on the way.
    /// The root's re-exports are no imports from the root, because they are what users of the crate see.
    pub(crate) fn imported(&self, absolute: &[String]) -> Vec<ModulePath> {
        let mut modules = Vec::new();
        self.follow(absolute, LONGEST, &mut modules);
        modules
    }

    fn follow(&self, absolute: &[String], depth: usize, modules: &mut Vec<ModulePath>) {
        let (path, rest) = self.split(absolute);
        let module = &self.modules[path];
        let target = rest.split_first().filter(|(name, _)| depth > 0 && !module.defines.contains(*name));
        let Some((name, rest)) = target else { return modules.push(path.to_vec()) };

        let binds = |used: &&WrittenPath| used.binds == Binding::Name(name.clone());
        let through = match module.uses.iter().find(binds) {
            Some(used) => Some(self.absolute(path, used).map(|target| [&target, rest].concat())),
            None => self.through_glob(path, name, depth).map(|target| Some([&target, rest].concat())),
        };
        let is_seen_through = through.is_some() && module.is_in_root_file;
        if !is_seen_through {
            modules.push(path.to_vec());
        }
        if let Some(Some(target)) = through {
            self.follow(&target, depth - 1, modules);
        }
    }

    /// The absolute path of a name that one of the module's globs brings in.
    fn through_glob(&self, path: &[String], name: &String, depth: usize) -> Option<Vec<String>> {
        let globs = self.modules[path].uses.iter().filter(|used| used.binds == Binding::Glob);
        let targets = globs.filter_map(|glob| self.absolute(path, glob)).filter(|target| *target != path);
        targets.map(|target| child(&target, name)).find(|target| self.has(target, depth - 1))
    }

    fn has(&self, absolute: &[String], depth: usize) -> bool {
        let (path, rest) = self.split(absolute);
        let module = &self.modules[path];
        let Some(name) = rest.first() else { return true };
        let binds = |used: &WrittenPath| used.binds == Binding::Name(name.clone());
        module.defines.contains(name)
            || module.uses.iter().any(binds)
            || (depth > 0 && self.through_glob(path, name, depth).is_some())
    }

    /// The longest part of a path that is a module, and the rest.
    fn split<'p>(&self, absolute: &'p [String]) -> (&'p [String], &'p [String]) {
        let is_module = |length: &usize| self.modules.contains_key(&absolute[..*length]);
        absolute.split_at((0..=absolute.len()).rev().find(is_module).unwrap_or(0))
    }
}

fn child(module: &[String], name: &String) -> ModulePath {
    [module, std::slice::from_ref(name)].concat()
}
