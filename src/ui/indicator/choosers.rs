//! What can be chosen about the way the development is looked at.

use crate::base::id::IndicatorId;
use crate::ui::context::App;
use crate::ui::dom::{El, Node, el, part};
use crate::ui::form::{Choice, select, switch};
use crate::ui::signal::{Memo, effect};
use crate::view::{
    aspect::Aspect,
    choices::Choices,
    spec::scatter,
    words::{scatter::scatter as scatter_words, words},
};

use super::subject::Subject;

/// The choices of the way looked at now, in a row; nothing where there are none.
pub fn choosers(app: App, subject: Subject, now: Memo<Aspect>) -> Node {
    part(move || match now.get() {
        Aspect::Scatter => Node::from(row(scatter_row(app, subject))),
        _ => Node::None,
    })
}

fn row(kids: Node) -> El {
    el("div").class("nl-choosers").at("data-part", "choosers").kid(kids)
}

fn choose(app: App, change: impl FnOnce(&mut Choices)) {
    app.state.update(|s| change(&mut s.choices));
}

fn scatter_row(app: App, subject: Subject) -> Node {
    let w = move || scatter_words(app.locale.get());
    let chosen = Memo::new(move || app.state.with(|s| s.choices.with));
    let other = Memo::new(move || subject.steady.with(|h| scatter::other(&h.shown(), chosen.get())));
    // Values in a file of their own are asked for when they are first compared with.
    effect(move || {
        if let Some(id) = other.get()
            && app.data.with(|d| d.table(id).is_none())
        {
            app.wanted.run(id);
        }
    });
    let groups = move || {
        let locale = app.locale.get();
        let taken = other.get();
        subject.steady.with(|h| {
            let all = scatter::others(&h.shown());
            let strategy = h.data.strategy();
            let choice = |&id: &IndicatorId| -> Option<Choice> {
                let indicator = h.data.indicator(id);
                let name = indicator.title.get(locale).to_owned();
                all.contains(&id).then(|| (indicator.id.clone(), name, taken == Some(id)))
            };
            let mut groups: Vec<(String, Vec<Choice>)> = Vec::new();
            for focus in &strategy.focus_areas {
                let title = focus.title.get(locale).to_owned();
                groups.push((title, focus.indicators.iter().filter_map(choice).collect()));
            }
            let background = h.data.background();
            groups
                .push((words(locale).background.to_owned(), background.iter().filter_map(choice).collect()));
            groups.retain(|g| !g.1.is_empty());
            groups
        })
    };
    let take = move |id: String| {
        let with = app.data.with_untracked(|d| d.by_id(&id));
        choose(app, |c| c.with = with);
    };
    Node::Many(vec![
        select(move || w().with, "with", groups, take).into(),
        switch(
            "trails",
            move || w().trails,
            move || app.state.with(|s| s.choices.trails),
            move || choose(app, |c| c.trails = !c.trails),
        )
        .into(),
    ])
}
