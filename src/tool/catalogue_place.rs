//! From a place in a bundle to the line of the catalogue it comes from.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::tool::catalogue::line_of;

/// The line, from 1, of what stands at a bundle's path (`indicators[3].decimals`): of its innermost part
/// that the catalogue writes the same way. None where it writes none of it.
pub(super) fn line(text: &str, path: &str) -> Option<usize> {
    let whole = DeTable::parse(text).ok()?;
    let mut at: Option<&Spanned<DeValue<'_>>> = None;
    for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
        let next = match at.map(Spanned::get_ref) {
            None => whole.get_ref().get(step),
            Some(DeValue::Table(table)) => table.get(step),
            Some(DeValue::Array(all)) => step.parse::<usize>().ok().and_then(|n| all.get(n)),
            Some(_) => None,
        };
        let Some(next) = next else { break };
        at = Some(next);
    }
    at.map(|found| line_of(text, found.span().start))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_innermost_part_that_both_have() {
        let text = "[meta]\nid = \"x\"\nupdated = \"today\"\n\n[[indicators]]\nid = \"a\"\n\n[[indicators]]\nid = \"b\"\ntitle = { sv = \"\" }\ndecimals = 12\n";
        assert_eq!(line(text, "meta.updated"), Some(3));
        assert_eq!(line(text, "indicators[1].decimals"), Some(11));
        assert_eq!(line(text, "indicators[1].title.sv"), Some(10));
        assert_eq!(line(text, "indicators[1].values.dataset.value[3]"), Some(8));
        assert_eq!(line(text, "geometry.arcs"), None);
        assert_eq!(line("no = toml = at all", "meta"), None);
    }
}
