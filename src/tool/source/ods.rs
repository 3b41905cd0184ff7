//! What an ods workbook says of its cells besides their values: which are merged, which per cent.
//!
//! OpenDocument 1.3, part 3, sections 9.1.4 and 19.676–19.679 (`table:table-cell`, spanned and
//! repeated columns and rows).

use std::io::{Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::tool::source::sheet::{At, Range};

/// How the cells of a sheet are laid out.
#[derive(Debug, Default)]
pub(super) struct Format {
    /// Cells that are one.
    pub(super) merged: Vec<Range>,
    /// Cells shown as per cent.
    pub(super) percent: Vec<Range>,
}

impl Format {
    /// Of the sheet of this name.
    ///
    /// # Errors
    /// Bytes that are no archive with a `content.xml` in it.
    pub(super) fn of(bytes: &[u8], sheet: &str) -> anyhow::Result<Self> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
        let mut text = String::new();
        archive.by_name("content.xml")?.read_to_string(&mut text)?;
        let mut reader = Reader::from_str(&text);
        let mut format = Self::default();
        let (mut inside, mut row, mut rows, mut column) = (false, 0_u32, 1_u32, 0_u32);
        loop {
            let (event, is_empty) = match reader.read_event()? {
                Event::Eof => return Ok(format),
                Event::Start(event) => (event, false),
                Event::Empty(event) => (event, true),
                Event::End(event) => {
                    match event.name().as_ref() {
                        "table:table" => inside = false,
                        "table:table-row" => row = row.saturating_add(rows),
                        _ => {}
                    }
                    continue;
                }
                _ => continue,
            };
            match event.name().as_ref() {
                "table:table" => {
                    inside = text_of(&event, "table:name")?.as_deref() == Some(sheet);
                    row = 0;
                }
                "table:table-row" if inside => {
                    rows = count(&event, "table:number-rows-repeated")?;
                    column = 0;
                    if is_empty {
                        row = row.saturating_add(rows);
                    }
                }
                "table:table-cell" | "table:covered-table-cell" if inside => {
                    let columns = count(&event, "table:number-columns-repeated")?;
                    format.cell(&event, (row, column), (rows, columns))?;
                    column = column.saturating_add(columns);
                }
                _ => {}
            }
        }
    }

    /// Takes down a cell that stands at `at` and is repeated over `times` rows and columns.
    fn cell(&mut self, event: &BytesStart<'_>, at: At, times: At) -> anyhow::Result<()> {
        let over = |(rows, columns): At| Range {
            from: at,
            to: (at.0.saturating_add(rows - 1), at.1.saturating_add(columns - 1)),
        };
        let spanned =
            (count(event, "table:number-rows-spanned")?, count(event, "table:number-columns-spanned")?);
        if spanned != (1, 1) {
            self.merged.push(over(spanned));
        }
        if text_of(event, "office:value-type")?.as_deref() == Some("percentage") {
            self.percent.push(over(times));
        }
        Ok(())
    }
}

/// A number that an attribute says, at least 1.
fn count(event: &BytesStart<'_>, name: &str) -> anyhow::Result<u32> {
    Ok(text_of(event, name)?.map_or(Ok(1), |text| text.parse::<u32>())?.max(1))
}

fn text_of(event: &BytesStart<'_>, name: &str) -> anyhow::Result<Option<String>> {
    match event.try_get_attribute(name)? {
        Some(attribute) => Ok(Some(attribute.normalized_value(XmlVersion::Explicit1_0)?.into_owned())),
        None => Ok(None),
    }
}
