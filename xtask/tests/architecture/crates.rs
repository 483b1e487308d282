//! Reads the modules of a crate from its files, those of tests aside.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::{Item, ItemMod};

use crate::paths::{self, WrittenPath};
use crate::{ModulePath, cfg};

/// The modules that a build without tests compiles.
pub(crate) struct Crate {
    base: PathBuf,
    pub(crate) modules: BTreeMap<ModulePath, Module>,
}

pub(crate) struct Module {
    /// From the root of the repository.
    pub(crate) file: PathBuf,
    /// Inline modules of `lib.rs` belong to its layer.
    pub(crate) is_in_root_file: bool,
    /// The names of the items that it defines.
    pub(crate) defines: BTreeSet<String>,
    /// The `use` declarations among its items.
    pub(crate) uses: Vec<WrittenPath>,
    /// All paths that lead out of it, the `use` declarations included.
    pub(crate) paths: Vec<WrittenPath>,
}

impl Crate {
    /// Reads the crate whose `lib.rs` is in the folder `sources`, below `base`.
    pub(crate) fn read(base: &Path, sources: &str) -> Self {
        let mut read = Self { base: base.to_owned(), modules: BTreeMap::new() };
        read.file(ModulePath::new(), &Path::new(sources).join("lib.rs"), Path::new(sources));
        read
    }

    /// Reads a file whose modules are in `folder`.
    fn file(&mut self, path: ModulePath, file: &Path, folder: &Path) {
        let text = std::fs::read_to_string(self.base.join(file));
        let text = text.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let is_in_root_file = path.is_empty();
        self.module(path, file, folder, is_in_root_file, parsed.items);
    }

    fn module(
        &mut self,
        path: ModulePath,
        file: &Path,
        folder: &Path,
        is_in_root_file: bool,
        items: Vec<Item>,
    ) {
        let (mut defines, mut uses, mut found) = (BTreeSet::new(), Vec::new(), Vec::new());
        for item in items {
            match item {
                // Imports behind these cannot be resolved, so they must not occur.
                Item::ExternCrate(item) if item.ident == "self" => {
                    panic!("{}: `extern crate self` hides imports from this test", file.display())
                }
                Item::Macro(item) if item.mac.path.is_ident("include") => {
                    panic!("{}: `include!` hides imports from this test", file.display())
                }
                Item::Mod(child) if child.attrs.iter().any(|attribute| attribute.path().is_ident("path")) => {
                    panic!("{}: `#[path]` hides imports from this test", file.display())
                }
                Item::Mod(child) => self.child(&path, file, folder, is_in_root_file, child),
                Item::Use(item) if cfg::has_test_only(&item.attrs) => {}
                Item::Use(item) => uses.extend(paths::of_use(&item)),
                item => {
                    defines.extend(name(&item));
                    found.extend(paths::of_item(&item));
                }
            }
        }
        found.extend(uses.iter().cloned());
        // Two inline modules of one name, each under a `cfg` of its own, are one module here.
        let module = self.modules.entry(path).or_insert_with(|| Module {
            file: file.to_owned(),
            is_in_root_file,
            defines: BTreeSet::new(),
            uses: Vec::new(),
            paths: Vec::new(),
        });
        module.defines.extend(defines);
        module.uses.extend(uses);
        module.paths.extend(found);
    }

    fn child(
        &mut self,
        parent: &[String],
        file: &Path,
        folder: &Path,
        is_in_root_file: bool,
        child: ItemMod,
    ) {
        if cfg::has_test_only(&child.attrs) {
            return;
        }
        let name = paths::plain(&child.ident);
        let path = [parent, std::slice::from_ref(&name)].concat();
        let folder = folder.join(&name);
        match child.content {
            Some((_, items)) => self.module(path, file, &folder, is_in_root_file, items),
            None => {
                let beside = folder.with_extension("rs");
                let is_beside = self.base.join(&beside).is_file();
                self.file(path, &if is_beside { beside } else { folder.join("mod.rs") }, &folder);
            }
        }
    }
}

fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(paths::plain(ident))
}
