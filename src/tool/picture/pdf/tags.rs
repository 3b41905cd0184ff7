//! What is heading, text and picture, for those who do not see the page: the structure tree.

use pdf_writer::{Finish, Name, Pdf, Ref, TextStr, types::StructRole};

use super::Role;

/// A tagged part.
struct Tagged {
    id: Ref,
    page: Ref,
    /// Its number on the page.
    mark: i32,
    role: Role,
}

/// The structure tree while pages are written.
pub(super) struct Tags {
    root: Ref,
    whole: Ref,
    /// Per page, in reading order.
    pages: Vec<Vec<Tagged>>,
}

impl Tags {
    pub(super) fn new(next: &mut Ref) -> Self {
        Self { root: next.bump(), whole: next.bump(), pages: Vec::new() }
    }

    /// The tree.
    pub(super) fn root(&self) -> Ref {
        self.root
    }

    /// Takes a part of the `n`th page in; its number there, `None` for ornaments.
    pub(super) fn open(&mut self, page: Ref, n: usize, role: &Role, next: &mut Ref) -> Option<i32> {
        while self.pages.len() <= n {
            self.pages.push(Vec::new());
        }
        if *role == Role::Ornament {
            return None;
        }
        let parts = self.pages.get_mut(n)?;
        let mark = parts.len() as i32;
        parts.push(Tagged { id: next.bump(), page, mark, role: role.clone() });
        Some(mark)
    }

    pub(super) fn write(&self, pdf: &mut Pdf, next: &mut Ref) {
        let lists: Vec<Ref> = self.pages.iter().map(|_| next.bump()).collect();
        for (list, parts) in lists.iter().zip(&self.pages) {
            pdf.indirect(*list).array().items(parts.iter().map(|p| p.id));
        }
        let mut root = pdf.indirect(self.root).dict();
        root.pair(Name(b"Type"), Name(b"StructTreeRoot"));
        root.pair(Name(b"K"), self.whole);
        let mut parents = root.insert(Name(b"ParentTree")).dict();
        let mut numbers = parents.insert(Name(b"Nums")).array();
        for (n, list) in lists.iter().enumerate() {
            numbers.item(n as i32).item(*list);
        }
        numbers.finish();
        parents.finish();
        root.pair(Name(b"ParentTreeNextKey"), lists.len() as i32);
        root.finish();

        let mut whole = pdf.struct_element(self.whole);
        whole.kind(StructRole::Document).parent(self.root);
        let mut kids = whole.children();
        for part in self.pages.iter().flatten() {
            kids.struct_element(part.id);
        }
        kids.finish();
        whole.finish();
        for part in self.pages.iter().flatten() {
            let mut element = pdf.struct_element(part.id);
            element.parent(self.whole).page(part.page);
            match &part.role {
                Role::Heading(1) => element.kind(StructRole::H1),
                Role::Heading(2) => element.kind(StructRole::H2),
                Role::Heading(_) => element.kind(StructRole::H3),
                Role::Picture(said) => element.kind(StructRole::Figure).alt(TextStr(said)),
                Role::Text | Role::Ornament => element.kind(StructRole::P),
            };
            element.children().marked_content_id(part.mark);
        }
    }
}

/// The tag of a part inside its page.
pub(super) fn tag(role: &Role) -> Name<'static> {
    match role {
        Role::Heading(1) => Name(b"H1"),
        Role::Heading(2) => Name(b"H2"),
        Role::Heading(_) => Name(b"H3"),
        Role::Text => Name(b"P"),
        Role::Picture(_) => Name(b"Figure"),
        Role::Ornament => Name(b"Artifact"),
    }
}
