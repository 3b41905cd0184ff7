//! Every indicator of the default bundle in every view that compares areas, groups and periods, at
//! the widths of a desktop, a tablet and a phone: drawn without fault, said in sentences, listed.

use nulage::{
    analysis::classify::Method,
    base::{
        color::{Mode, Theme},
        geom::Size,
        id::{AreaId, IndicatorId},
        locale::Locale,
        period::Period,
        unit::UnitKind,
    },
    model::{Dataset, Direction, Group, Origin, Sex},
    view::{
        chart::{lines, matrix, ranks, scatter, slope, spread},
        look::Look,
        map::{change, placed::Named},
        measure::TableMeasure,
        scene::{Key, Scene},
        spec::{self, Reading, Shown, grid::Grid, matrix::Order},
        words::change::Counted,
    },
};

use crate::{
    golden::{bundle::dataset, sound},
    overlap::{WIDTHS, boxes},
};

/// The n-th look: light and Swedish, dark and English.
fn look(n: usize) -> Look<'static> {
    let (mode, locale) =
        if n.is_multiple_of(2) { (Mode::Light, Locale::Sv) } else { (Mode::Dark, Locale::En) };
    Look { theme: Theme::of(mode), measure: &TableMeasure, locale }
}

/// An indicator as it is shown; some areas pinned, different ones each time.
fn shown<'a>(data: &'a Dataset, id: IndicatorId, pinned: &'a [AreaId], locale: Locale) -> Option<Shown<'a>> {
    let table = data.table(id)?;
    Some(Shown { data, id, table, reading: Reading::One(table.default_group()), pinned, locale })
}

/// Draws one view of every indicator at every width and collects what is wrong; at least `least`
/// indicators must have it.
fn check(least: usize, draw: &dyn Fn(&Shown<'_>, f64, &Look) -> Option<Scene>) {
    let data = dataset();
    let (mut faults, mut drawn) = (Vec::new(), 0);
    for (n, id) in data.ids().enumerate() {
        let pinned: Vec<AreaId> =
            data.regions().members().iter().copied().skip(n % 5).step_by(5).take(n % 4).collect();
        let look = look(n);
        let shown = shown(&data, id, &pinned, look.locale).unwrap();
        for (i, width) in WIDTHS.into_iter().enumerate() {
            let Some(scene) = draw(&shown, width, &look) else { continue };
            drawn += usize::from(i == 0);
            assert!(!scene.title.is_empty(), "a picture without name");
            let found = sound::faults(&scene);
            faults.extend(found.into_iter().map(|f| format!("{} at {width}: {f}", data.indicator(id).id)));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(drawn >= least, "only {drawn} indicators have this view");
}

/// A sentence as a reader expects it.
fn sentences(what: &str, said: &str) {
    let bad = ["  ", "..", " .", " ,", "NaN", "inf ", "None", "\u{a0}.", "−0 ", "+0 ", "()"];
    let wrong = bad.iter().find(|b| said.contains(**b));
    assert!(said.ends_with('.') && wrong.is_none(), "{what}: “{said}” {wrong:?}");
    assert!(said.chars().next().is_some_and(|c| !c.is_lowercase()), "{what}: “{said}”");
}

/// Every row has as many cells as there are columns, or is a heading, or says why it has none.
fn whole(what: &str, grid: &Grid) {
    assert!(!grid.rows.is_empty() && !grid.head.is_empty(), "{what}");
    for row in &grid.rows {
        let fits = [0, 1, grid.columns.len()].contains(&row.cells.len());
        assert!(fits && row.cells.iter().all(|c| !c.text.is_empty()), "{what}: {}", row.name);
    }
}

/// Says one thing of every indicator in both languages.
fn each(say: &dyn Fn(&Shown<'_>, Period)) {
    let data = dataset();
    for id in data.ids() {
        for locale in Locale::ALL {
            let shown = shown(&data, id, &[], locale).unwrap();
            if let Some(period) = shown.period(None) {
                say(&shown, period);
            }
        }
    }
}

#[test]
fn the_overview_holds_every_indicator_on_one_screen() {
    let data = dataset();
    let members = data.regions().members();
    for (n, width) in WIDTHS.into_iter().enumerate() {
        let look = look(n);
        let order = Order { area: members.get(n).copied(), indicator: data.by_id("mediannettoinkomst") };
        let order = if n == 0 { Order::default() } else { order };
        let spec = spec::matrix::matrix(&data, &members[2..4], order, None, look.locale);
        assert_eq!(spec.sections.iter().map(|s| s.rows.len()).sum::<usize>(), data.ids().count());
        let height = matrix::height(&spec, width, &look);
        assert!(width < 1440.0 || height <= 660.0, "{height} px leave no room for the page's head");
        let scene = matrix::scene(&spec, Size::new(width, height), &look);
        assert!(sound::faults(&scene).is_empty(), "{width}: {:#?}", sound::faults(&scene));
        sentences("overview", &spec.desc);
        whole("overview", &spec::matrix::grid(&data, order, None, look.locale));
        for &area in members {
            sentences("overview", &spec::matrix::area_told(&data, area, look.locale));
        }
        for only in 0..spec.sections.len() {
            let part = spec::matrix::matrix(&data, &[], order, Some(only), look.locale);
            let size = Size::new(width, matrix::height(&part, width, &look));
            assert!(sound::faults(&matrix::scene(&part, size, &look)).is_empty(), "{width} {only}");
        }
    }
}

/// On paper, a cell holds four digits and a sign: what is larger is written in thousands, and says so.
#[test]
fn every_value_of_the_overview_fits_into_its_cell() {
    let data = dataset();
    let spec = spec::matrix::matrix(&data, &[], Order::default(), None, Locale::Sv);
    for row in spec.sections.iter().flat_map(|s| &s.rows) {
        let long = row.cells.iter().filter(|c| c.value.chars().count() > 6).count();
        assert_eq!(long, 0, "{}: {:?}", row.name, row.cells);
    }
    let income = data.by_id("mediannettoinkomst").unwrap();
    let row = spec.sections.iter().flat_map(|s| &s.rows).find(|r| r.indicator == income).unwrap();
    assert!(row.name.ends_with("\u{a0}‡"), "{}", row.name);
    let own: Vec<String> = data
        .regions()
        .members()
        .iter()
        .map(|&a| {
            data.table(income)
                .unwrap()
                .get(a, Period::year_of(2022), data.table(income).unwrap().default_group())
                .unwrap()
                .get()
                / 1000.0
        })
        .map(|v| format!("{v:.0}"))
        .collect();
    assert_eq!(row.cells.iter().map(|c| c.value.clone()).collect::<Vec<_>>(), own);
    assert!(spec.legend.remarks.iter().any(|r| r == "‡ Tusental"), "{:?}", spec.legend.remarks);
}

/// Focus areas stand in one piece where the picture is little higher for it: of the four, only the
/// one that is longer than a column of rows goes on in the next.
#[test]
fn the_overview_keeps_focus_areas_together() {
    let data = dataset();
    let spec = spec::matrix::matrix(&data, &[], Order::default(), None, Locale::Sv);
    let look = look(0);
    let size = Size::new(1440.0, matrix::height(&spec, 1440.0, &look));
    let placed = matrix::place(&spec, size, &look);
    let titles: Vec<(usize, bool)> =
        placed.titles.iter().map(|&(section, goes_on, _)| (section, goes_on)).collect();
    assert_eq!(titles, [(0, false), (1, false), (2, false), (2, true), (3, false)]);
}

#[test]
fn the_overview_is_sorted_by_row_and_by_column() {
    let data = dataset();
    let members = data.regions().members();
    let step = |entry: &matrix::Entry| match entry.shade {
        matrix::Shade::Judged(step) => Some(step),
        _ => None,
    };
    let id = data.by_id("mediannettoinkomst").unwrap();
    let by_row = Order { area: None, indicator: Some(id) };
    let spec = spec::matrix::matrix(&data, &[], by_row, None, Locale::Sv);
    let row = spec.sections.iter().flat_map(|s| &s.rows).find(|r| r.indicator == id).unwrap();
    let steps: Vec<i8> = row.cells.iter().filter_map(step).collect();
    assert!(steps.len() == 12 && steps.is_sorted_by(|a, b| a >= b), "{steps:?}");
    assert_ne!(steps.first(), steps.last());
    let by_column = Order { area: Some(members[3]), indicator: None };
    let spec = spec::matrix::matrix(&data, &[], by_column, None, Locale::Sv);
    for section in &spec.sections {
        let steps: Vec<i8> = section.rows.iter().filter_map(|r| step(r.cells.get(3)?)).collect();
        assert!(steps.is_sorted_by(|a, b| a >= b), "{}: {steps:?}", section.title);
    }
}

#[test]
fn a_cell_says_what_it_holds() {
    let data = dataset();
    for locale in Locale::ALL {
        for id in data.ids() {
            for &area in data.regions().members() {
                let said = spec::matrix::told(&data, id, area, locale);
                assert!(said.len() >= 2 && said.iter().all(|s| !s.is_empty()), "{said:?}");
            }
        }
    }
    let id = data.by_id("eftergymnasial-utbildning").unwrap();
    let said = spec::matrix::told(&data, id, data.regions().by_code("1880").unwrap(), Locale::Sv);
    assert_eq!(said.first().unwrap(), "Örebro: Eftergymnasial utbildning");
    assert!(said.last().unwrap().ends_with("bättre än länet"), "{said:?}");
}

#[test]
fn gaps_over_time() {
    check(35, &|shown, width, look| {
        let between = *spec::gaps::Between::of(shown).first()?;
        let spec = spec::gaps::lines(shown, between, String::new())?;
        Some(lines::scene(&spec, Size::new(width, 320.0), look))
    });
    each(&|shown, period| {
        for between in spec::gaps::Between::of(shown) {
            sentences(&shown.indicator().id, &spec::gaps::told(shown, between, period));
            if spec::gaps::lines(shown, between, String::new()).is_some() {
                whole(&shown.indicator().id, &spec::gaps::grid(shown, between));
            }
        }
    });
}

#[test]
fn spread_over_time() {
    check(80, &|shown, width, look| {
        let measures = spec::spread::measures(shown);
        let chosen = measures.get(shown.id.index() % measures.len().max(1)).copied().unwrap_or_default();
        let spec = spec::spread::spread(shown, chosen, String::new())?;
        let placed = spread::place(&spec, Size::new(width, 460.0), look);
        let hover = shown.areas().get(3).map(|&a| Key::Area(a));
        let over = spread::over(&spec, &placed, look, hover, shown.periods().last().copied());
        assert!(!over.marks.is_empty());
        Some(spread::marks(&spec, &placed, look))
    });
    each(&|shown, period| {
        let found = spec::spread::convergence(shown, period);
        sentences(&shown.indicator().id, &spec::spread::told(shown, period, &found));
        if spec::spread::spread(shown, spec::spread::Chosen::default(), String::new()).is_some() {
            whole(&shown.indicator().id, &spec::spread::grid(shown, spec::spread::Chosen::default()));
        }
    });
}

#[test]
fn a_rising_measure_does_not_cross_its_figure() {
    let data = dataset();
    let id = data.by_id("mediannettoinkomst").unwrap();
    let (look, shown) = (look(0), shown(&data, id, &[], Locale::Sv).unwrap());
    let spec = spec::spread::spread(&shown, spec::spread::Chosen::default(), String::new()).unwrap();
    let placed = spread::place(&spec, Size::new(620.0, 460.0), &look);
    let first = &spec.columns[0];
    let over = spread::over(&spec, &placed, &look, None, Some(first.period));
    let figure = spec.below.format.value(first.measure.unwrap(), look.locale);
    let texts = boxes(&over);
    let (rect, _) = texts.iter().find(|(_, words)| *words == figure).expect("the figure");
    for (column, described) in placed.columns.iter().zip(&spec.columns) {
        let y = placed.measure.px(described.measure.unwrap());
        let inside = (rect.x..rect.right()).contains(&column.x) && (rect.y..rect.bottom()).contains(&y);
        assert!(!inside, "{} at {y} in {rect:?}", column.period);
    }
    assert!(rect.bottom() <= placed.below.bottom(), "{rect:?} stands on the years");
}

#[test]
fn places_over_time() {
    check(80, &|shown, width, look| {
        let spec = spec::ranks::ranks(shown, String::new())?;
        Some(ranks::scene(&spec, Size::new(width, ranks::height(&spec)), look))
    });
    each(&|shown, period| {
        sentences(&shown.indicator().id, &spec::ranks::told(shown, period));
        whole(&shown.indicator().id, &spec::ranks::grid(shown));
    });
}

#[test]
fn slopes() {
    check(75, &|shown, width, look| {
        let spec = spec::change::slope(shown, spec::change::widest(shown)?, String::new());
        Some(slope::scene(&spec, Size::new(width, slope::height(&spec, width, look)), look))
    });
    each(&|shown, _| {
        if let Some(span) = spec::change::widest(shown) {
            sentences(&shown.indicator().id, &spec::change::told(shown, span, spec::change::usual(shown)));
            whole(&shown.indicator().id, &spec::change::grid(shown, span));
        }
    });
}

#[test]
fn nothing_is_computed_across_a_break() {
    let data = dataset();
    let mut broken = 0;
    for id in data.ids() {
        let shown = shown(&data, id, &[], Locale::Sv).unwrap();
        let periods = shown.periods();
        let (Some(&from), Some(&to)) = (periods.first(), periods.last()) else { continue };
        let span = spec::change::Span { from, to };
        let Some(period) = spec::change::broken(&shown, span) else { continue };
        broken += 1;
        assert!(spec::change::told(&shown, span, spec::change::usual(&shown)).contains(&period.to_string()));
        assert!(shown.areas().iter().all(|&a| spec::change::of_area(&shown, a, span).is_none()));
        assert!(spec::change::classes(&shown, span, Counted::Absolute).is_none());
        let look = look(0);
        let spec = spec::change::slope(&shown, span, String::new());
        for width in WIDTHS {
            let size = Size::new(width, slope::height(&spec, width, &look));
            assert!(sound::faults(&slope::scene(&spec, size, &look)).is_empty());
        }
    }
    assert!(broken >= 5, "the bundle has series with breaks");
}

#[test]
fn change_maps() {
    let data = dataset();
    let mut faults = Vec::new();
    let mut drawn = 0;
    for (n, id) in data.ids().enumerate() {
        // One width each: placing three maps is slow without optimisation.
        let (look, width) = (look(n), WIDTHS[n % 3]);
        let shown = shown(&data, id, &[], look.locale).unwrap();
        let Some(span) = spec::change::widest(&shown) else { continue };
        let counted = if n % 2 == 0 { Counted::Absolute } else { Counted::Relative };
        let scale = spec::map::classes(&shown, Method::Natural, 5, None);
        let spec = spec::change::maps(&shown, span, counted, scale.as_ref(), look.theme, String::new());
        let named: Vec<Named> =
            shown.areas().iter().map(|&area| Named { area, name: shown.name(area) }).collect();
        let size = Size::new(width, change::height(&spec, width, &look));
        let placed = change::place(&spec, data.shapes().unwrap(), &named, size, &look);
        let scene = change::marks(&spec, &placed, &look);
        drawn += 1;
        faults.extend(
            sound::faults(&scene).into_iter().map(|f| format!("{} at {width}: {f}", data.indicator(id).id)),
        );
        let (at, first) = placed.maps.first().unwrap();
        let middle = first.areas.first().unwrap().center;
        let p = nulage::base::geom::Point::new(at.x + middle.x, at.y + middle.y);
        assert!(change::hit(&placed, p).is_some());
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(drawn >= 75, "{drawn}");
}

#[test]
fn the_wanted_side_has_one_colour_on_all_maps_and_its_name() {
    let data = dataset();
    let (mut up, mut down) = (0, 0);
    for id in data.ids() {
        let theme = Theme::of(Mode::Light);
        let shown = shown(&data, id, &[], Locale::Sv).unwrap();
        let direction = shown.indicator().direction;
        let changes = spec::change::widest(&shown).and_then(|span| {
            let classes = spec::change::classes(&shown, span, Counted::Absolute)?;
            let legend = spec::change::legend(&shown, span, Counted::Absolute, &classes, theme);
            Some((legend, classes, shown.wanted_over_time()))
        });
        let around = spec::map::classes(&shown, Method::Diverging, 5, None).and_then(|classes| {
            let legend = spec::map::legend(&shown, &classes, shown.period(None)?, theme);
            Some((legend, classes, direction))
        });
        for (legend, classes, direction) in changes.into_iter().chain(around) {
            let centre = classes.centre.unwrap();
            let (low, high) = (classes.bounds[0], classes.bounds[classes.len()]);
            // Above the middle, and the side of more where nothing is wanted, the scale is blue.
            let is_blue = |value: f64| {
                let hex = spec::map::color(&classes, value, theme).hex();
                hex[5..7] > hex[1..3]
            };
            let (up_is_blue, id) = (direction != Direction::Down, &shown.indicator().id);
            assert!(low >= centre || is_blue(low) != up_is_blue, "{id}");
            assert!(high <= centre || is_blue(high) == up_is_blue, "{id}");
            // Read aloud, the classes on the wanted side say so.
            let told: Vec<String> =
                (0..classes.len()).map(|n| spec::map::class_told(&legend, n, "Nora", Locale::Sv)).collect();
            let wanted = |n: usize| told[n].ends_with("Nora. Önskad riktning");
            let on = |n: usize| match direction {
                Direction::Up => classes.bounds[n] >= centre,
                Direction::Down => classes.bounds[n + 1] <= centre,
                Direction::None => false,
            };
            assert!((0..told.len()).all(|n| wanted(n) == on(n)), "{id}: {told:?}");
            match direction {
                Direction::Up => assert_eq!(legend.sides, ["", "Önskad riktning"]),
                Direction::Down => assert_eq!(legend.sides, ["Önskad riktning", ""]),
                Direction::None => assert_eq!(legend.sides, ["", ""]),
            }
            up += usize::from(direction == Direction::Up);
            down += usize::from(direction == Direction::Down);
        }
        // A gap's sides are named by whom they favour.
        let table = shown.table;
        let groups = table.groups();
        let of = |sex| groups.iter().copied().find(|g| g.sex == sex && g.origin == Origin::Total);
        if let (Some(women), Some(men)) = (of(Sex::Women), of(Sex::Men)) {
            let shown = Shown { reading: Reading::Both { women, men }, ..shown };
            let (Some(classes), Some(period)) =
                (spec::map::classes(&shown, Method::Natural, 5, None), shown.period(None))
            else {
                continue;
            };
            let expected = match direction {
                Direction::Up => ["Till mäns fördel", "Till kvinnors fördel"],
                Direction::Down => ["Till kvinnors fördel", "Till mäns fördel"],
                Direction::None => ["Högre bland män", "Högre bland kvinnor"],
            };
            assert_eq!(spec::map::legend(&shown, &classes, period, theme).sides, expected);
        }
    }
    assert!(up >= 40 && down >= 20, "{up} {down}");
}

#[test]
fn with_women_and_men_shown_the_text_over_time_says_whom_it_is_about() {
    let data = dataset();
    let mut told = 0;
    for id in data.ids() {
        let one = shown(&data, id, &[], Locale::Sv).unwrap();
        let of = |sex| Group { sex, origin: Origin::Total };
        let (women, men, all) = (of(Sex::Women), of(Sex::Men), of(Sex::Total));
        if ![women, men, all].iter().all(|g| one.table.groups().contains(g)) {
            continue;
        }
        let title = one.indicator().title.get(Locale::Sv);
        for (reading, whom) in [
            (Reading::Both { women, men }, ", alla. "),
            (Reading::One(all), ". "),
            (Reading::One(women), ", kvinnor. "),
        ] {
            let shown = Shown { reading, ..one };
            let Some(period) = shown.period(None) else { continue };
            let text = spec::told::time(&shown, period, &spec::told::facts(&shown, period));
            assert!(text.starts_with(&format!("{title}{whom}")), "{text}");
            told += 1;
        }
    }
    assert!(told >= 60, "{told}");
}

#[test]
fn series_counted_otherwise() {
    use spec::counting::{Counting, Mode, offered};
    let (least, modes) = ([80, 12, 12], [Mode::Index, Mode::Share, Mode::PerInhabitant]);
    for (least, mode) in least.into_iter().zip(modes) {
        check(least, &|shown, width, look| {
            let base = shown.periods().get(shown.id.index() % 4).copied();
            let spec = Counting::new(shown, mode, base)?.lines(shown, String::new());
            Some(lines::scene(&spec, Size::new(width, 320.0), look))
        });
        each(&|shown, period| {
            let Some(counting) = Counting::new(shown, mode, None) else {
                return assert!(!offered(shown).contains(&mode), "{}", shown.indicator().id);
            };
            sentences(&shown.indicator().id, &counting.told(shown, period));
            whole(&shown.indicator().id, &counting.grid(shown));
            assert!(
                counting.read_aloud(shown, period).iter().all(|(a, said)| said.starts_with(&shown.name(*a)))
            );
        });
    }
}

#[test]
fn an_index_is_a_hundred_in_its_base_and_shares_are_of_the_county() {
    use spec::counting::{Counting, Mode};
    let data = dataset();
    let shown = shown(&data, data.by_id("vaxthusgasutslapp").unwrap(), &[], Locale::Sv).unwrap();
    let (periods, members) = (shown.periods(), data.regions().members());
    let (base, last) = (periods[3], *periods.last().unwrap());
    let index = Counting::new(&shown, Mode::Index, Some(base)).unwrap();
    let at = |mode: &Counting, area, period| {
        let cells = mode.cells(&shown, area, shown.lead(), &periods);
        cells[periods.iter().position(|&p| p == period).unwrap()].unwrap().get()
    };
    assert!(members.iter().all(|&a| (at(&index, a, base) - 100.0).abs() < 1e-9));
    let share = Counting::new(&shown, Mode::Share, None).unwrap();
    let all: f64 = members.iter().map(|&a| at(&share, a, last)).sum();
    assert!((all - 100.0).abs() < 0.5, "{all}");
    let each = Counting::new(&shown, Mode::PerInhabitant, None).unwrap();
    let county = data.regions().county();
    let people = data.table(data.weights().unwrap()).unwrap();
    let people = people.get(county, last, people.default_group()).unwrap().get();
    let total = shown.table.get(county, last, shown.lead()).unwrap().get();
    assert!((at(&each, county, last) - total / people).abs() < 1e-9);
    // Numbers we compute say how.
    use nulage::view::{aspect, choices::Choices};
    let choices = Choices { mode: Mode::PerInhabitant, ..Choices::default() };
    let how = aspect::how(&shown, aspect::Aspect::Levels, &choices, None).unwrap();
    assert!(how.note.starts_with("Beräkning: Nuläge.") && how.inputs.contains("Folkmängd"), "{how:?}");
    assert_eq!(aspect::how(&shown, aspect::Aspect::Levels, &Choices::default(), None), None);
}

#[test]
fn every_point_of_an_association_has_its_name() {
    check(75, &|shown, width, look| {
        let other = spec::scatter::other(shown, None)?;
        let spec = spec::scatter::scatter(shown, other, None, shown.id.index() % 2 == 0)?;
        let placed = scatter::place(&spec, Size::new(width, scatter::height(&spec, width, look)), look);
        let unnamed: Vec<&str> =
            spec.dots.iter().zip(&placed.labels).filter(|l| l.1.is_none()).map(|l| &*l.0.name).collect();
        assert!(unnamed.is_empty(), "{} at {width}: {unnamed:?}", spec.title);
        for dot in &placed.dots {
            let way = dot.trail.iter().flatten().filter(|_| spec.trails);
            let on = way.chain([&dot.at]);
            assert!(on.into_iter().all(|p| placed.plot.contains(*p)), "{} at {width}", spec.title);
        }
        Some(scatter::marks(&spec, &placed, look))
    });
    each(&|shown, period| {
        let Some(other) = spec::scatter::other(shown, None) else { return };
        sentences(&shown.indicator().id, &spec::scatter::told(shown, other, Some(period)));
        if let Some(grid) = spec::scatter::grid(shown, other, Some(period)) {
            whole(&shown.indicator().id, &grid);
        }
    });
}

#[test]
fn an_association_is_no_cause_and_says_what_it_rests_on() {
    let data = dataset();
    let shown = shown(&data, data.by_id("eftergymnasial-utbildning").unwrap(), &[], Locale::Sv).unwrap();
    let other = data.by_id("mediannettoinkomst").unwrap();
    let said = spec::scatter::told(&shown, other, None);
    assert!(said.contains("tolv kommunerna") && said.contains("säger inget om orsaken"), "{said}");
    // The other way round it is the same association.
    let turned = self::shown(&data, other, &[], Locale::Sv).unwrap();
    let back = spec::scatter::told(&turned, shown.id, shown.period(None));
    let numbers =
        |said: &str| said.split("är ").nth(1).unwrap().split(" (Pearson)").next().unwrap().to_owned();
    assert_eq!(numbers(&said), numbers(&back), "{said} {back}");
    // One that is chosen but cannot be compared gives way to the suggested one.
    assert_ne!(spec::scatter::other(&shown, Some(shown.id)), Some(shown.id));
}

#[test]
fn the_overview_is_walked_by_arrow_keys_and_hit_by_pointer() {
    use nulage::view::hit::{Direction, hit, next};
    let data = dataset();
    let members = data.regions().members();
    let spec = spec::matrix::matrix(&data, &[], Order::default(), None, Locale::Sv);
    for (n, width) in WIDTHS.into_iter().enumerate() {
        let look = look(n);
        let size = Size::new(width, matrix::height(&spec, width, &look));
        let scene = matrix::scene(&spec, size, &look);
        let rows: Vec<IndicatorId> = spec.sections[0].rows.iter().map(|r| r.indicator).collect();
        let start = Key::Cell(rows[0], members[0]);
        let step = |from, direction| next(&scene.targets, from, direction);
        assert_eq!(step(start, Direction::Right), Some(Key::Cell(rows[0], members[1])), "{width}");
        assert_eq!(step(start, Direction::Down), Some(Key::Cell(rows[1], members[0])), "{width}");
        assert_eq!(step(Key::Cell(rows[1], members[0]), Direction::Up), Some(start), "{width}");
        let target = scene.targets.iter().find(|t| t.key == start).unwrap();
        assert_eq!(hit(&scene, target.at, 0.0), Some(start));
    }
}

/// An area without a value has the indicator's wanted direction all the same; growth in money has none.
#[test]
fn a_row_without_a_value_is_not_one_without_a_direction() {
    let (data, mut empty) = (dataset(), 0);
    let regions = data.regions();
    for id in data.ids() {
        for &area in regions.members().iter().chain([&regions.county()]) {
            let row = spec::row::row(&data, id, area, Locale::Sv).unwrap();
            let indicator = data.indicator(id);
            let unjudged = indicator.direction == Direction::None || indicator.unit.kind == UnitKind::Money;
            assert_eq!(row.verdict.is_none(), unjudged, "{}", indicator.id);
            empty += usize::from(row.value.is_none() && row.verdict.is_some());
        }
    }
    assert!(empty > 5, "{empty}");
}

/// Who hears a picture hears what it shows: the gap, the place, the change, and not the level.
#[test]
fn what_is_read_aloud_is_what_is_seen() {
    use nulage::view::aspect::{Aspect, read_aloud};
    let data = dataset();
    let id = data.by_id("eftergymnasial-utbildning").unwrap();
    let shown = shown(&data, id, &[], Locale::Sv).unwrap();
    let aloud = |aspect| {
        let all = read_aloud(&shown, aspect, &Default::default(), Some(Period::year_of(2022))).unwrap();
        all.iter().find(|one| one.1.starts_with("Karlskoga")).unwrap().1.replace('\u{a0}', " ")
    };
    assert_eq!(aloud(Aspect::Gap), "Karlskoga: +11,9 procentenheter");
    assert_eq!(aloud(Aspect::Ranks), "Karlskoga plats 5 av 12 (2022)");
    for aspect in [Aspect::Slope, Aspect::Change, Aspect::Each, Aspect::Tiles] {
        assert_eq!(aloud(aspect), "Karlskoga: från 22,0 % till 34,0 % (+12,0 procentenheter)", "{aspect:?}");
    }
}
