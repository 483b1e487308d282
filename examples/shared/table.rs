//! The look of tables: plain in a pipe, within the width of a terminal.

use std::env;
use std::io::{self, IsTerminal, Write};

use comfy_table::{Attribute, Cell, Color, ContentArrangement, LineStyle, Table, TableStyle};

const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// Below so many columns, cells would get a letter a line.
const NARROW: u16 = 60;

pub(crate) fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_header(header);
    if !io::stdout().is_terminal() {
        table.force_no_tty();
    }
    // Where there is no room, or none is known, the terminal breaks the lines.
    if table.width().is_some_and(|columns| columns >= NARROW) {
        table.set_content_arrangement(ContentArrangement::Dynamic);
    }
    table
}

/// A cell that catches the eye where it should, and where there are colours.
pub(crate) fn cell(text: String, alarming: bool) -> Cell {
    let cell = Cell::new_owned(text);
    if alarming && has_colours() { cell.fg(Color::Red).add_attribute(Attribute::Bold) } else { cell }
}

/// Writes it, and fails where nobody reads it.
pub(crate) fn write(table: &Table) -> io::Result<()> {
    writeln!(io::stdout(), "{}", table.trim_fmt())
}

fn has_colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
