//! One indicator in one row, as seen from one area.

use crate::analysis::{
    assess::{Assessment, Verdict, assess, over_time},
    change::{Change, Movement},
    series::run,
    spread::ends,
    uncertainty::places,
};
use crate::base::locale::lower;
use crate::base::{
    id::{AreaId, IndicatorId},
    locale::Locale,
    period::Period,
    unit::UnitKind,
};
use crate::model::{Cell, Dataset, Group, Indicator, Sex, Table};
use crate::view::{
    chart::{spark::Spark, strip::Strip},
    words::{figures::figures, uncertainty::uncertainty, words},
};

use super::{Reading, Shown, areas, difference, format, said};

/// The row's texts and pictures.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Latest value with its unit.
    pub value: Option<String>,
    /// What stands in its place where there is none.
    pub none: &'static str,
    /// The words that end it, where its unit is words: “ton CO₂e”.
    pub unit: String,
    /// Its period, where the indicator's page would show another one by itself.
    pub period: Option<Period>,
    /// Its period in words, and the area's place or the group where that needs saying.
    pub when: String,
    /// The arrow of the change.
    pub arrow: &'static str,
    /// The change in numbers: “+2,3 p.e. sedan 2018”.
    pub change: String,
    /// How it is judged; `None` where no direction is wanted.
    pub verdict: Option<Verdict>,
    /// The area over time, with the nation.
    pub spark: Option<Spark>,
    /// All areas on one line.
    pub strip: Option<Strip>,
    /// The strip in words.
    pub told: String,
}

/// The row of one indicator; `None` while its values are not loaded.
pub fn row(data: &Dataset, id: IndicatorId, area: AreaId, locale: Locale) -> Option<Row> {
    let table = data.table(id)?;
    let indicator = data.indicator(id);
    let (w, f) = (words(locale), figures(locale));
    let group = table.default_group();
    let county = data.regions().county();
    let shown = areas(data, table);
    let latest = table.latest(&[area], group);
    let spread_at = latest.filter(|&p| shown.iter().any(|&a| table.get(a, p, group).is_ok()));
    let spread_at = spread_at.or_else(|| table.latest(shown, group));
    // What only counties have, or one municipality, shows no spread inside the county.
    let spread_at = spread_at.filter(|&p| {
        let members = data.regions().members();
        let inside = members.is_empty() || shown == members;
        inside && shown.iter().filter(|&&a| table.get(a, p, group).is_ok()).count() > 1
    });
    let found = assessment(table, area, group, indicator);
    let moved = found.change;
    // A total is largest where most people are: that is no place among municipalities.
    let ranked = area != county && indicator.unit.kind != UnitKind::Amount;
    let place = spread_at.filter(|_| ranked).and_then(|p| {
        let at = shown.iter().position(|&a| a == area)?;
        let all = places(table, shown, p, group, (indicator.direction, indicator.decimals));
        all.get(at).copied().flatten().map(|rank| said::place(rank, locale))
    });

    let mut when: Vec<String> = latest.iter().map(ToString::to_string).collect();
    match group.sex {
        Sex::Total => {}
        Sex::Women => when.push(lower(w.women)),
        Sex::Men => when.push(lower(w.men)),
    }
    when.extend(place);
    let written = format(indicator, locale);
    let value = latest.and_then(|p| table.get(area, p, group).ok()).map(|v| written.value(v.get(), locale));
    let reading = Reading::One(group);
    let by_itself = Shown { data, id, table, reading, pinned: &[], locale }.period(None);
    Some(Row {
        value,
        none: if area == county && spread_at.is_some() { f.no_county_value } else { w.no_value },
        period: latest.filter(|_| by_itself != latest),
        unit: if written.kind == UnitKind::Percent { String::new() } else { written.short },
        when: when.join(" · "),
        arrow: moved.as_ref().map_or("", arrow),
        change: match &moved {
            Some(change) => changed(indicator, change, locale),
            // Without a value there is nothing to compare, and no need to say so.
            None if latest.is_none() => String::new(),
            None => f.too_few.to_owned(),
        },
        verdict: found.verdict,
        spark: spark(data, table, area, group, indicator),
        strip: spread_at.map(|p| strip(data, table, shown, area, p, group, indicator)),
        told: spread_at.map(|p| told(data, table, shown, p, group, indicator, locale)).unwrap_or_default(),
    })
}

/// The area's latest development, within its latest unbroken run.
pub fn assessment(table: &Table, area: AreaId, group: Group, indicator: &Indicator) -> Assessment {
    let points = table
        .latest(&[area], group)
        .map(|until| run(table, area, group, &indicator.breaks, until))
        .unwrap_or_default();
    assess(&points, over_time(indicator.direction, indicator.unit.kind), indicator.decimals)
}

fn arrow(change: &Change) -> &'static str {
    match change.movement {
        Movement::Rose => "↗",
        Movement::Fell => "↘",
        Movement::Unchanged => "→",
    }
}

fn changed(indicator: &Indicator, change: &Change, locale: Locale) -> String {
    let f = figures(locale);
    let since = change.from.to_string();
    match change.movement {
        Movement::Unchanged if change.is_within() => (uncertainty(locale).unchanged_since)(&since),
        Movement::Unchanged => (f.unchanged_since)(&since),
        Movement::Rose | Movement::Fell => {
            (f.changed_since)(&difference(indicator, change.absolute, locale), &since)
        }
    }
}

fn spark(data: &Dataset, table: &Table, area: AreaId, group: Group, indicator: &Indicator) -> Option<Spark> {
    let values = |a: AreaId| -> Vec<Option<f64>> {
        table.series(a, group).into_iter().map(|c: Cell| c.ok().map(|v| v.get())).collect()
    };
    let own = values(area);
    let amount = indicator.unit.kind == UnitKind::Amount;
    // One point is no development.
    if own.iter().flatten().count() < 2 {
        return None;
    }
    Some(Spark {
        periods: table.periods().to_vec(),
        county: own,
        nation: data.regions().nation().filter(|&n| n != area && !amount).map(values).unwrap_or_default(),
        breaks: indicator.breaks.iter().map(|b| b.period).collect(),
        desc: String::new(),
    })
}

fn strip(
    data: &Dataset,
    table: &Table,
    shown: &[AreaId],
    area: AreaId,
    period: Period,
    group: Group,
    indicator: &Indicator,
) -> Strip {
    let value = |a: AreaId| table.get(a, period, group).ok().map(|v| v.get());
    let county = data.regions().county();
    // The totals of county and nation are no levels to compare municipalities with.
    let comparable = indicator.unit.kind != UnitKind::Amount;
    Strip {
        values: shown.iter().filter_map(|&a| Some((a, value(a)?))).collect(),
        county: value(county).filter(|_| comparable),
        nation: data.regions().nation().and_then(value).filter(|_| comparable),
        selected: if area == county { Vec::new() } else { vec![area] },
        desc: String::new(),
    }
}

fn told(
    data: &Dataset,
    table: &Table,
    shown: &[AreaId],
    period: Period,
    group: Group,
    indicator: &Indicator,
    locale: Locale,
) -> String {
    let cells = table.slice(shown, period, group);
    let Some(found) = ends(&cells) else { return String::new() };
    let name = |at: usize| shown.get(at).map_or("", |&a| data.regions().get(a).name.get(locale));
    let write = |v: f64| format(indicator, locale).value(v, locale);
    (figures(locale).span_told)(
        &write(found.low.value),
        name(found.low.at),
        &write(found.high.value),
        name(found.high.at),
        &period.to_string(),
    )
}
