//! Text in columns that fit a width.

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column<'a> {
    /// Its heading.
    pub head: &'a str,
    /// Whether its texts stand to the right.
    pub right: bool,
    /// Fewest characters it may be narrowed to; as many as its widest text where it is not narrowed.
    pub least: usize,
}

/// Characters between columns.
const BETWEEN: usize = 2;

/// Sets rows under their headings in `width` characters. Columns are narrowed from the widest, down
/// to their least; longer texts go on in the next line.
pub(super) fn set(columns: &[Column<'_>], rows: &[Vec<String>], width: usize) -> String {
    let widths = widths(columns, rows, width);
    let heads: Vec<String> = columns.iter().map(|c| c.head.to_owned()).collect();
    let rule: Vec<String> = widths.iter().map(|w| "─".repeat(*w)).collect();
    let mut out = String::new();
    for row in [&heads, &rule].into_iter().chain(rows) {
        let cells: Vec<Vec<String>> = row.iter().zip(&widths).map(|(text, w)| wrapped(text, *w)).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(1) {
            let mut written = String::new();
            for ((cell, column), width) in cells.iter().zip(columns).zip(&widths) {
                let text = cell.get(line).map_or("", String::as_str);
                let space = " ".repeat(width.saturating_sub(length(text)));
                let between = if written.is_empty() { "" } else { "  " };
                let parts = if column.right { [between, &space, text] } else { [between, text, &space] };
                written.extend(parts);
            }
            out.push_str(written.trim_end());
            out.push('\n');
        }
    }
    out
}

/// The text in lines of at most `width` characters, broken between words, or within one that is wider.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines: Vec<String> = Vec::new();
    // A no-break space holds a number together.
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if length(line) + 1 + length(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => {
                let letters: Vec<char> = word.chars().collect();
                lines.extend(letters.chunks(width).map(|piece| piece.iter().collect::<String>()));
            }
        }
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

fn widths(columns: &[Column<'_>], rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let widest = |at: usize, head: &str| {
        let texts = rows.iter().filter_map(|row| row.get(at)).map(|text| length(text));
        texts.chain([length(head)]).max().unwrap_or_default()
    };
    let mut widths: Vec<usize> = columns.iter().enumerate().map(|(at, c)| widest(at, c.head)).collect();
    let room = width.saturating_sub(BETWEEN * columns.len().saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        let narrowed = widths.iter_mut().zip(columns).filter(|(w, c)| c.least > 0 && **w > c.least);
        match narrowed.map(|(w, _)| w).max_by_key(|w| **w) {
            Some(widest) => *widest -= 1,
            None => break,
        }
    }
    widths
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fit_the_width() {
        let columns = [
            Column { head: "namn", right: false, least: 6 },
            Column { head: "antal", right: true, least: 0 },
        ];
        let rows = vec![
            vec!["Ljusnarsberg i norr".to_owned(), "1".to_owned()],
            vec!["Åsmo".to_owned(), "12".to_owned()],
        ];
        assert_eq!(
            set(&columns, &rows, 80),
            "namn                 antal\n───────────────────  ─────\nLjusnarsberg i norr      1\nÅsmo                    12\n"
        );
        assert_eq!(
            set(&columns, &rows, 16),
            "namn       antal\n─────────  ─────\nLjusnarsb      1\nerg i\nnorr\nÅsmo          12\n"
        );
    }

    #[test]
    fn words_are_wrapped_and_never_lost() {
        assert_eq!(wrapped("en två tre", 6), ["en två", "tre"]);
        assert_eq!(wrapped("om 1\u{a0}234", 6), ["om", "1\u{a0}234"]);
        assert_eq!(wrapped("", 6), [""]);
        assert_eq!(wrapped("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
    }
}
