//! What was asked for and is not published of this indicator: said, with what is shown instead.

use crate::model::{Origin, Sex};
use crate::ui::context::App;
use crate::ui::dom::{Node, el, part};
use crate::ui::signal::Memo;
use crate::ui::state::People;
use crate::view::spec::Reading;

use super::subject::{Held, Subject};

/// A line of what is shown instead; nothing where all that was asked for is shown.
pub fn instead() -> Node {
    let app = App::get();
    let subject = Subject::get();
    let told = Memo::new(move || subject.with(|held| told(app, held)));
    part(move || {
        let told = told.get();
        (!told.is_empty()).then(|| el("p").class("nl-small nl-muted").at("data-part", "instead").kid(told))
    })
}

fn told(app: App, held: &Held) -> String {
    let f = app.figures();
    let (people, origin, period) = app.state.with(|s| (s.people, s.origin, s.period));
    let mut said = Vec::new();
    if let (Some(asked), Some(shown)) = (period.filter(|_| held.period != period), held.period) {
        said.push((f.no_period)(&asked.to_string(), &shown.to_string()));
    }
    let sexes = match (people, held.reading) {
        (People::All, _) | (People::Both, Reading::Both { .. }) => true,
        (People::Women, Reading::One(group)) => group.sex == Sex::Women,
        (People::Men, Reading::One(group)) => group.sex == Sex::Men,
        _ => false,
    };
    if !sexes {
        said.push(f.no_sexes.to_owned());
    }
    if origin != Origin::Total && held.reading.groups().iter().all(|group| group.origin != origin) {
        said.push(f.no_origins.to_owned());
    }
    said.join(" ")
}
