//! The fields of one scene, in both languages.

use leptos::prelude::event_target_value;

use crate::base::{locale::Locale, text::Text};
use crate::model::story::{Layout, Scene};
use crate::ui::context::App;
use crate::ui::dom::{El, Node, el};

use super::Stage;
use super::author::change;
use super::slide::words;

/// What a field changes.
type Write = fn(&mut Scene, Locale, String);

/// Layouts that an author can choose; findings belong to a focus area and come with the bundle.
const LAYOUTS: [Layout; 5] =
    [Layout::Title, Layout::Strategy, Layout::Picture, Layout::Text, Layout::Question];

/// The form of the scene at `n`.
pub fn fields(app: App, it: Stage, n: usize) -> El {
    let w = words(app);
    // What is written here changes nothing about the form: fields stay, and so does the focus.
    let now =
        app.data.with_untracked(|d| Some((d.story().scenes.get(n)?.clone(), d.meta().languages.clone())));
    let Some((scene, languages)) = now else { return el("div") };
    let [headline, said, points, notes, seconds, layout] = w.fields;
    let in_language = |locale: Locale| {
        let field = |label: &'static str, now: &[Text], rows: &'static str, write: Write| {
            area(app, it, n, format!("{label} ({})", locale.tag()), now, rows, locale, write)
        };
        let one = std::slice::from_ref;
        el("fieldset")
            .at("lang", locale.tag())
            .kid(field(headline, one(&scene.headline), "2", |s, l, v| put(&mut s.headline, l, v)))
            .kid(field(said, one(&scene.text), "3", |s, l, v| put(&mut s.text, l, v)))
            .kid(field(points, &scene.points, "5", put_points))
            .kid(field(notes, one(&scene.notes), "5", |s, l, v| put(&mut s.notes, l, v)))
    };
    let set_seconds = move |event| {
        let seconds = event_target_value(&event).parse::<u32>().ok();
        edit(app, it, n, |s| s.seconds = seconds);
    };
    let set_layout = move |event| {
        let wanted = event_target_value(&event);
        let found = LAYOUTS.iter().enumerate().find(|(i, _)| i.to_string() == wanted).map(|(_, l)| *l);
        if let Some(layout) = found {
            edit(app, it, n, |s| s.layout = layout);
        }
    };
    let choice = |(i, l): (usize, &Layout)| {
        el("option").at("value", i.to_string()).at("selected", *l == scene.layout).kid((w.layout)(*l))
    };
    // A picture needs an address, and has one only when it was captured.
    let offered = |l: &&Layout| **l != Layout::Picture || scene.state.is_some();
    let fixed = scene.layout == Layout::Findings;
    el("div")
        .class("nl-fields")
        .at("data-part", "fields")
        .kid(languages.into_iter().map(in_language).collect::<Node>())
        .kid(
            el("p")
                .kid(
                    el("label").kid(seconds).kid(
                        el("input")
                            .at("type", "number")
                            .at("min", "0")
                            .at("value", scene.seconds.map(|s| s.to_string()))
                            .on("change", set_seconds),
                    ),
                )
                .kid((!fixed).then(|| {
                    el("label").kid(layout).kid(el("select").class("nl-select").on("change", set_layout).kid(
                        LAYOUTS.iter().enumerate().filter(|(_, l)| offered(l)).map(choice).collect::<Node>(),
                    ))
                })),
        )
}

#[expect(clippy::too_many_arguments, reason = "one field, all of it said at the call")]
fn area(
    app: App,
    it: Stage,
    n: usize,
    label: String,
    now: &[Text],
    rows: &'static str,
    locale: Locale,
    write: Write,
) -> El {
    let written = move |event| {
        let text = event_target_value(&event);
        edit(app, it, n, |scene| write(scene, locale, text));
    };
    let lines = |of: fn(&Text) -> &str| now.iter().map(of).collect::<Vec<_>>().join("\n");
    let swedish = lines(|t| &t.sv);
    let field = el("textarea").at("rows", rows).on("change", written);
    // Where there is no translation, Swedish is what is shown.
    el("label").kid(label).kid(match locale {
        Locale::Sv => field.value(move || swedish.clone()),
        Locale::En => {
            let own = lines(|t| t.en.as_deref().unwrap_or_default());
            field.at("placeholder", swedish).value(move || own.trim_end().to_owned())
        }
    })
}

fn edit(app: App, it: Stage, n: usize, deed: impl FnOnce(&mut Scene)) {
    change(app, it, |story| {
        if let Some(scene) = story.scenes.get_mut(n) {
            deed(scene);
        }
    });
}

/// Writes one language of a text; Swedish is what is shown where there is no translation.
fn put(text: &mut Text, locale: Locale, value: String) {
    match locale {
        Locale::Sv => text.sv = value,
        Locale::En => text.en = Some(value).filter(|v| !v.trim().is_empty()),
    }
}

/// One line a point; a point without Swedish is said in the language it has.
fn put_points(scene: &mut Scene, locale: Locale, value: String) {
    // An empty line of a translation is a point that has none.
    let kept = |line: &&str| locale != Locale::Sv || !line.is_empty();
    let lines: Vec<&str> = value.trim_end().lines().map(str::trim).filter(kept).collect();
    if locale == Locale::Sv || lines.len() > scene.points.len() {
        scene.points.resize(lines.len(), Text::default());
    }
    for (i, point) in scene.points.iter_mut().enumerate() {
        let line = lines.get(i).copied().unwrap_or_default();
        put(point, locale, line.to_owned());
        if point.sv.is_empty() {
            point.sv = line.to_owned();
        }
    }
    scene.points.retain(|p| !p.sv.is_empty());
}
