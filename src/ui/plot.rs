//! A chart of any kind on the page: its height, its picture and what passes over it, each derived
//! once.

use std::sync::Arc;

use crate::base::{
    geom::{Point, Size},
    period::Period,
};
use crate::view::{
    chart::drawn::{Chart, Drawn},
    hit::hit,
    scene::{Key, Scene},
};

use super::context::App;
use super::env::with_look;
use super::signal::{Callback, Memo, RwSignal};

/// A chart, never equal to another: comparing what they show costs more than drawing it.
#[derive(Clone)]
pub struct Charted(pub Option<Arc<dyn Chart>>);

/// A drawn chart.
#[derive(Clone)]
struct Placed(Option<Arc<Drawn>>);

impl PartialEq for Charted {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl PartialEq for Placed {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// What a picture shows, at the width it writes into `size`.
#[derive(Clone, Copy)]
pub struct Plot {
    /// The picture's width; its height follows.
    pub size: RwSignal<Size>,
    /// The height that suits it, CSS px.
    pub height: Memo<f64>,
    /// The picture.
    pub scene: Memo<Scene>,
    /// What passes over it.
    pub over: Memo<Scene>,
    /// What is at a point.
    pub find: Callback<Point, Option<Key>>,
}

/// How far from a place it is still pointed at, CSS px.
const REACH: f64 = 28.0;

/// Derives the pictures of a chart, with the period marked where it shows time.
pub fn plot(app: App, chart: Memo<Charted>, period: Memo<Option<Period>>) -> Plot {
    let size = RwSignal::new(Size::default());
    let height = Memo::new(move || {
        let (width, theme) = (size.get().width, app.theme());
        let tall = |c: &Arc<dyn Chart>| with_look(theme, app.locale.get(), |look| c.height(width, look));
        // On a stage a chart takes the room there is.
        let room = app.around.room.get();
        let suits = chart.with(|c| c.0.as_ref().filter(|_| width > 1.0).map_or(0.0, tall));
        if room.is_finite() { room } else { suits }
    });
    // Placing the labels is most of the work: once per size, not at every move of the pointer.
    let drawn = Memo::new(move || {
        let (extent, theme) = (Size::new(size.get().width, height.get()), app.theme());
        let draw =
            |c: &Arc<dyn Chart>| with_look(theme, app.locale.get(), |look| Arc::new(c.draw(extent, look)));
        Placed(chart.with(|c| c.0.as_ref().filter(|_| extent.width > 1.0).map(draw)))
    });
    let scene = Memo::new(move || drawn.with(|d| d.0.as_ref().map(|d| d.scene.clone()).unwrap_or_default()));
    let over = Memo::new(move || {
        let (key, period, theme) = (app.pointing.get(), period.get(), app.theme());
        drawn.with(|d| match &d.0 {
            Some(drawn) => with_look(theme, app.locale.get(), |look| (drawn.over)(look, key, period)),
            None => Scene::default(),
        })
    });
    let find = move |p: Point| {
        drawn.with_untracked(|d| {
            let drawn = d.0.as_ref()?;
            match &drawn.find {
                Some(find) => find(p),
                None => hit(&drawn.scene, p, REACH),
            }
        })
    };
    Plot { size, height, scene, over, find: Callback::new(find) }
}
