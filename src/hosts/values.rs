//! Values that lie in files of their own, beside the bundle: fetched when they are first shown.

use std::sync::{Arc, Mutex};

use wasm_bindgen::JsValue;

use crate::base::{id::IndicatorId, note::Note};
use crate::bundle::{caps::Caps, problem::Problem};
use crate::model::{Table, dataset::Slot, load};
use crate::ui::{
    broken::Fault,
    context::{Data, Loader},
    signal::{Callback, RwSignal},
};

use super::source;

/// Fetches the values of indicators that have them in files of their own, beside the bundle.
pub fn fetching(data: RwSignal<Data>, bundle: String) -> Loader {
    let asked: Arc<Mutex<Vec<IndicatorId>>> = Arc::default();
    let lost = RwSignal::new(Vec::new());
    let ask = Callback::new(move |id: IndicatorId| {
        let is_lost = lost.with_untracked(|lost| lost.iter().any(|(at, _)| *at == id));
        let Ok(mut all) = asked.lock() else { return };
        if is_lost || all.contains(&id) {
            return;
        }
        all.push(id);
        let Slot::Elsewhere(href) = data.with_untracked(|d| d.slot(id).clone()) else { return };
        let (file, asked) = (source::beside(&bundle, &href), asked.clone());
        wasm_bindgen_futures::spawn_local(async move {
            match values(data, id, &file).await {
                Ok(table) => {
                    if let Some(now) = data.try_get_untracked() {
                        data.set(Data(Arc::new(now.with_table(id, table))));
                    }
                }
                Err(_) if !lost.is_alive() => {}
                Err(fault) => {
                    if let Ok(mut asked) = asked.lock() {
                        asked.retain(|at| *at != id);
                    }
                    let told = format!("{}: {}", fault.file, fault.details);
                    web_sys::console::error_1(&JsValue::from_str(&told));
                    lost.update(|lost| lost.push((id, told)));
                }
            }
        });
    });
    Loader { ask, lost }
}

/// Loads the values of one indicator from their file.
async fn values(data: RwSignal<Data>, id: IndicatorId, file: &str) -> Result<Table, Fault> {
    let bytes = source::bytes(file).await?;
    // Who asked may be gone by now, and with it where the answer belongs.
    let now =
        data.try_get_untracked().ok_or_else(|| Fault { file: file.to_owned(), details: String::new() })?;
    load::table_from_bytes(&now, id, &bytes, &Caps::default()).map_err(|p| fault(file, &p))
}

/// What is wrong with a file, for the page that says so.
pub fn fault(file: &str, problem: &Problem) -> Fault {
    Fault { file: file.to_owned(), details: problem.to_string() }
}

/// What was left out of a bundle, in the console.
pub fn tell(notes: &[Note]) {
    for note in notes {
        web_sys::console::warn_1(&JsValue::from_str(&note.to_string()));
    }
}
