//! Compares the imports of a crate with its table of layers.

use std::path::Path;

use crate::ModulePath;
use crate::crates::{Crate, Module};
use crate::paths::{Binding, WrittenPath};
use crate::tables::Table;

/// A module of the table: the row's number and the module's path.
type Layer<'t> = (usize, &'t ModulePath);

/// Everything in which the crate of a table departs from it, each with file and line.
pub(crate) fn violations(base: &Path, table: &Table) -> Vec<String> {
    let source = Crate::read(base, &table.sources);
    let layers = Layers { table, source };
    [layers.stale_rows(), layers.repeated_rows(), layers.unlisted_modules(), layers.imports()].concat()
}

struct Layers<'t> {
    table: &'t Table,
    source: Crate,
}

impl Layers<'_> {
    fn stale_rows(&self) -> Vec<String> {
        let listed =
            self.table.rows.iter().flat_map(|row| row.modules.iter().map(|module| (row.line, module)));
        let stale = listed.filter(|(_, module)| !self.source.modules.contains_key(*module));
        let sources = &self.table.sources;
        let text = |(line, module): (usize, &ModulePath)| {
            format!("ARCHITECTURE.md:{line}: lists {}, which {sources} does not have", shown(module))
        };
        stale.map(text).collect()
    }

    /// A module in two rows would import by the rules of the later one.
    fn repeated_rows(&self) -> Vec<String> {
        let mut seen = std::collections::BTreeSet::new();
        let listed =
            self.table.rows.iter().flat_map(|row| row.modules.iter().map(move |module| (row.line, module)));
        let repeated = listed.filter(|(_, module)| !seen.insert(*module));
        repeated
            .map(|(line, module)| format!("ARCHITECTURE.md:{line}: lists {} again", shown(module)))
            .collect()
    }

    fn unlisted_modules(&self) -> Vec<String> {
        // Below the root, a module without a layer says it for its children.
        let is_first = |path: &ModulePath| path.len() < 2;
        let unlisted = self.source.modules.iter().filter(|(path, module)| self.layer(path, module).is_none());
        let text = |(path, module): (&ModulePath, &Module)| {
            format!("{}: no row lists {}", module.file.display(), shown(path))
        };
        unlisted.filter(|(path, _)| is_first(path)).map(text).collect()
    }

    fn imports(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (importer, module) in &self.source.modules {
            for path in &module.paths {
                if let Some(what) = self.violation(importer, module, path) {
                    found.push((&module.file, path.line, what));
                }
            }
        }
        // An inline module and the file that holds it are in one order.
        found.sort_by_key(|(file, line, _)| (*file, *line));
        found.dedup();
        found.iter().map(|(file, line, what)| format!("{}:{line}: {what}", file.display())).collect()
    }

    fn violation(&self, importer: &ModulePath, module: &Module, path: &WrittenPath) -> Option<String> {
        let absolute = self.source.absolute(importer, path)?;
        let own = self.layer(importer, module)?;
        let reason = self.source.imported(&absolute).iter().find_map(|imported| {
            let is_family =
                !imported.is_empty() && (importer.starts_with(imported) || imported.starts_with(importer));
            let layer = self.layer(imported, &self.source.modules[imported])?;
            match layer.0.cmp(&own.0) {
                _ if layer == own || is_family => None,
                std::cmp::Ordering::Less => None,
                std::cmp::Ordering::Equal => Some("the same rank".to_owned()),
                std::cmp::Ordering::Greater => Some(format!("the later layer {}", shown(layer.1))),
            }
        })?;
        let glob = if path.binds == Binding::Glob { "::*" } else { "" };
        let imported = absolute.join("::");
        Some(format!("{} imports crate::{imported}{glob}, of {reason}", shown(importer)))
    }

    /// The layer of the longest listed path that a module is at or below.
    fn layer(&self, path: &ModulePath, module: &Module) -> Option<Layer<'_>> {
        let path = if module.is_in_root_file { &[][..] } else { path };
        let rows = self.table.rows.iter().enumerate();
        let listed = rows.flat_map(|(rank, row)| row.modules.iter().map(move |module| (rank, module)));
        let holds = |listed: &ModulePath| path.starts_with(listed) && listed.is_empty() == path.is_empty();
        listed.filter(|(_, listed)| holds(listed)).max_by_key(|(_, listed)| listed.len())
    }
}

fn shown(module: &[String]) -> String {
    if module.is_empty() { "lib".to_owned() } else { module.join("::") }
}
