//! Reads the tables of layers: each stands directly below a line such as `<!-- layers: codegen/src -->`.

use crate::ModulePath;

/// The layers of one crate, lowest first.
pub(crate) struct Table {
    /// The crate's folder of sources, from the root of the repository.
    pub(crate) sources: String,
    pub(crate) rows: Vec<Row>,
}

/// One rank: modules that import from lower rows, and not from each other.
pub(crate) struct Row {
    pub(crate) line: usize,
    pub(crate) modules: Vec<ModulePath>,
}

pub(crate) fn read(document: &str) -> Vec<Table> {
    let lines: Vec<_> = document.lines().enumerate().collect();
    let marked = lines.iter().filter_map(|&(index, line)| Some((index, sources(line)?)));
    marked.map(|(index, sources)| Table { sources, rows: rows(&lines[index + 1..]) }).collect()
}

fn sources(line: &str) -> Option<String> {
    let sources = line.trim().strip_prefix("<!-- layers:")?.strip_suffix("-->")?;
    Some(sources.trim().to_owned())
}

/// The rows of the table that `lines` begin with, without its header and the line below that.
fn rows(lines: &[(usize, &str)]) -> Vec<Row> {
    let table = lines.iter().take_while(|(_, line)| line.starts_with('|')).skip(2);
    let row = |&(index, line): &(usize, &str)| {
        let cell = line.split('|').nth(1).unwrap_or_default();
        Row { line: index + 1, modules: cell.split('·').map(module).collect() }
    };
    table.map(row).collect()
}

fn module(text: &str) -> ModulePath {
    match text.trim().trim_matches('`') {
        "lib" => ModulePath::new(),
        path => path.split("::").map(str::to_owned).collect(),
    }
}
