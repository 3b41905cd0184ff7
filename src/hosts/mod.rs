//! The composition root: the only place that fetches, logs, reads the address or touches `window`.
//!
//! Every mount returns a handle; dropping it gives everything back.

pub mod contents;
pub mod element;
pub mod page;
pub mod source;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is mounted; the same handle outlives loading.
type Slot = Rc<RefCell<Option<crate::ui::dom::Mounted>>>;

/// A mounted app. `unmount()` (or `free()`) takes it off the page and gives its memory back.
#[wasm_bindgen]
pub struct Handle {
    mounted: Slot,
    root: web_sys::HtmlElement,
}

#[wasm_bindgen]
impl Handle {
    /// Takes the app off the page.
    pub fn unmount(self) {
        drop(self);
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.mounted.borrow_mut().take();
        forget(&self.root);
        let _ = self.root.remove_attribute("data-ready");
    }
}

/// Mounts the app into `root` and shows the bundle at the address `bundle`.
///
/// The bundle is fetched meanwhile; when it is on the page, `root` has the attribute `data-ready`.
#[wasm_bindgen]
pub fn mount(root: web_sys::HtmlElement, bundle: String) -> Handle {
    remember_panics(&root);
    let mounted = Slot::default();
    page::open(root.clone(), bundle, Rc::downgrade(&mounted));
    Handle { mounted, root }
}

/// Mounts the app into `root` on a bundle that is at hand; `name` is what messages call it.
#[wasm_bindgen(js_name = mountBytes)]
pub fn mount_bytes(root: web_sys::HtmlElement, bytes: Vec<u8>, name: String) -> Handle {
    remember_panics(&root);
    let mounted = Slot::default();
    page::show(&root, Ok(bytes), name, &mounted);
    Handle { mounted, root }
}

/// Calls `told` with the message if this instance stops.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(told: js_sys::Function) {
    hook();
    WATCHER.with(|watcher| *watcher.borrow_mut() = Some(told));
}

thread_local! {
    /// Who wants to know when the code stops.
    static WATCHER: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
    /// The roots of what is mounted, to be told when the code stops.
    static ROOTS: RefCell<Vec<web_sys::HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// A panic ends this instance: say so in the pages, where it is seen, and in the console.
fn remember_panics(root: &web_sys::HtmlElement) {
    ROOTS.with(|roots| roots.borrow_mut().push(root.clone()));
    hook();
}

fn hook() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&JsValue::from_str(&message));
        ROOTS.with(|roots| {
            for root in roots.try_borrow().iter().flat_map(|r| r.iter()) {
                page::say_broken(root, &message);
            }
        });
        WATCHER.with(|watcher| {
            if let Ok(Some(told)) = watcher.try_borrow().as_deref() {
                let _ = told.call1(&JsValue::NULL, &JsValue::from_str(&message));
            }
        });
    }));
}

fn forget(root: &web_sys::HtmlElement) {
    ROOTS.with(|roots| roots.borrow_mut().retain(|known| known != root));
}
