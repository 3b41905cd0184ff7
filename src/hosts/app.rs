//! The app for a page's scripts: mounted, and taken off again.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use super::{page, stopped};

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
        stopped::forget(&self.root);
        let _ = self.root.remove_attribute("data-ready");
    }
}

/// Mounts the app into `root` and shows the bundle at the address `bundle`.
///
/// The bundle is fetched meanwhile; when it is on the page, `root` has the attribute `data-ready`.
#[wasm_bindgen]
pub fn mount(root: web_sys::HtmlElement, bundle: String) -> Handle {
    stopped::remember(&root);
    let mounted = Slot::default();
    page::open(root.clone(), bundle, Rc::downgrade(&mounted));
    Handle { mounted, root }
}

/// Mounts the app into `root` on a bundle that is at hand; `name` is what messages call it.
#[wasm_bindgen(js_name = mountBytes)]
pub fn mount_bytes(root: web_sys::HtmlElement, bytes: Vec<u8>, name: String) -> Handle {
    stopped::remember(&root);
    let mounted = Slot::default();
    page::show(&root, Ok(bytes), name, &mounted);
    Handle { mounted, root }
}
