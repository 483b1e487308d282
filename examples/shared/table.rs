//! Tables: plain text in a pipe, fitted to the width of a terminal.

use std::env;
use std::io::{self, IsTerminal, Write};

use comfy_table::{Attribute, Cell, Color, ContentArrangement, LineStyle, Table, TableStyle};

const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// The smallest width that cells are wrapped at.
const MIN_WIDTH: u16 = 60;

pub(crate) fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_header(header);
    if !io::stdout().is_terminal() {
        table.force_no_tty();
    }
    if table.width().is_some_and(|columns| columns >= MIN_WIDTH) {
        table.set_content_arrangement(ContentArrangement::Dynamic);
    }
    table
}

/// Creates a cell; a highlighted one is bold and red where colours are enabled.
pub(crate) fn cell(text: String, highlighted: bool) -> Cell {
    let cell = Cell::new_owned(text);
    if highlighted && has_colours() { cell.fg(Color::Red).add_attribute(Attribute::Bold) } else { cell }
}

/// Writes a table to standard output.
pub(crate) fn write(table: &Table) -> io::Result<()> {
    writeln!(io::stdout(), "{}", table.trim_fmt())
}

fn has_colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
