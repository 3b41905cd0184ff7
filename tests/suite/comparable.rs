//! Nothing is computed across a break of a series or from means that share years, whoever computes it: every
//! indicator of the default bundle, every pair of its periods.

use nulage::{
    analysis::series,
    base::{locale::Locale, period::Period},
    view::spec::{
        Reading, Shown, change,
        counting::{Counting, Mode},
        table::{SortBy, table},
    },
};

use crate::golden::bundle::dataset;

#[test]
fn only_what_can_be_compared_is() {
    let data = dataset();
    let (mut apart, mut kept) = (0, 0);
    for id in data.ids() {
        let values = data.table(id).unwrap();
        let reading = Reading::One(values.default_group());
        let shown = Shown { data: &data, id, table: values, reading, pinned: &[], locale: Locale::Sv };
        let (indicator, name) = (data.indicator(id), &data.indicator(id).id);
        let own = |from: Period, to: Period| {
            let broken = indicator.breaks.iter().any(|b| from < b.period && b.period <= to);
            !broken && to.position() - from.position() >= f64::from(indicator.window)
        };
        let periods = shown.periods();
        let areas: Vec<_> = shown.areas().iter().copied().chain(shown.frame()).collect();
        for (n, &to) in periods.iter().enumerate() {
            let since = shown.since(to);
            assert!(since.is_none_or(|from| own(from, to)), "{name}: {to} is compared with {since:?}");
            let columns = table(&shown, to, (SortBy::Name, false), false, true).columns;
            let head = columns.last().map(|c| c.title.clone()).unwrap_or_default();
            let named = periods.iter().find(|p| head.contains(&format!("sedan {p}")));
            assert!(named.is_none_or(|&from| own(from, to)), "{name}: {to} stands beside “{head}”");
            for &area in &areas {
                for &from in periods.iter().take(n) {
                    let found = change::of_area(&shown, area, change::Span { from, to });
                    let both = [from, to].iter().all(|&p| values.get(area, p, shown.lead()).is_ok());
                    assert_eq!(found.is_some(), both && own(from, to), "{name}: {from} and {to}");
                    apart += usize::from(both && found.is_none());
                    kept += usize::from(found.is_some());
                }
                let run = series::run(values, area, shown.lead(), &indicator.breaks, to);
                assert!(run.windows(2).all(|pair| own(pair[0].period, pair[1].period)), "{name}: {run:?}");
            }
        }
        for &base in &periods {
            let Some(index) = Counting::new(&shown, Mode::Index, Some(base)) else { continue };
            for &area in &areas {
                let cells = index.cells(&shown, area, shown.lead(), &periods);
                for (&p, cell) in periods.iter().zip(&cells) {
                    let fits = p == base || own(p.min(base), p.max(base));
                    assert!(fits || cell.is_err(), "{name}: an index for {p} with base {base}");
                }
            }
        }
    }
    // Both happen often enough for the above to say something.
    assert!(apart > 2_000 && kept > 20_000, "{apart} {kept}");
}
