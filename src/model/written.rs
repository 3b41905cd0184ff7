//! The story as a bundle holds it: JSON, to be saved by its author and opened again.

use crate::base::text::Text;

use super::Dataset;
use super::story::Scene;

/// The dataset's story as the `story` member of a bundle, one line a scene.
pub fn story(data: &Dataset) -> String {
    let mut out = String::from("{");
    text(&mut out, "title", &data.story().title);
    key(&mut out, "scenes");
    out.push('[');
    for one in &data.story().scenes {
        if !out.ends_with('[') {
            out.push(',');
        }
        out.push('\n');
        scene(&mut out, one, data);
    }
    out.push_str("\n]}\n");
    out
}

fn scene(out: &mut String, scene: &Scene, data: &Dataset) {
    out.push('{');
    word(out, "id", &scene.id);
    word(out, "layout", scene.layout.word());
    text(out, "headline", &scene.headline);
    text(out, "text", &scene.text);
    list(out, "points", scene.points.len(), |out, i| {
        if let Some(point) = scene.points.get(i) {
            languages(out, point);
        }
    });
    text(out, "notes", &scene.notes);
    if let Some(focus) = scene.focus_area.and_then(|n| data.strategy().focus_areas.get(n)) {
        word(out, "focusArea", &focus.id);
    }
    if let Some(state) = &scene.state {
        word(out, "state", state);
    }
    list(out, "panels", scene.panels.len(), |out, i| {
        quoted(out, scene.panels.get(i).map_or("map", |p| p.word()));
    });
    if let Some(from) = scene.from {
        word(out, "from", &from.to_string());
    }
    list(out, "marks", scene.marks.len(), |out, i| {
        let Some(mark) = scene.marks.get(i) else { return };
        out.push('{');
        word(out, "area", &data.regions().get(mark.area).code);
        if let Some(period) = mark.period {
            word(out, "period", &period.to_string());
        }
        text(out, "text", &mark.text);
        out.push('}');
    });
    list(out, "indicators", scene.indicators.len(), |out, i| {
        if let Some(&id) = scene.indicators.get(i) {
            quoted(out, &data.indicator(id).id);
        }
    });
    if let Some(seconds) = scene.seconds {
        key(out, "seconds");
        out.push_str(&seconds.to_string());
    }
    out.push('}');
}

fn key(out: &mut String, name: &str) {
    if !out.ends_with('{') {
        out.push(',');
    }
    quoted(out, name);
    out.push(':');
}

fn word(out: &mut String, name: &str, value: &str) {
    key(out, name);
    quoted(out, value);
}

/// A text; one that says nothing is left out.
fn text(out: &mut String, name: &str, text: &Text) {
    if *text != Text::default() {
        key(out, name);
        languages(out, text);
    }
}

fn languages(out: &mut String, text: &Text) {
    out.push('{');
    word(out, "sv", &text.sv);
    if let Some(en) = &text.en {
        word(out, "en", en);
    }
    out.push('}');
}

/// A list; an empty one is left out.
fn list(out: &mut String, name: &str, count: usize, write: impl Fn(&mut String, usize)) {
    if count == 0 {
        return;
    }
    key(out, name);
    out.push('[');
    for i in 0..count {
        if i > 0 {
            out.push(',');
        }
        write(out, i);
    }
    out.push(']');
}

/// A JSON string.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
