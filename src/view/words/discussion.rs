//! The words of a question to the room: notes in columns, shows of hands, files.

use crate::base::locale::Locale;

/// Texts of one language.
pub struct DiscussionWords {
    /// What all of it is called.
    pub hands_and_notes: &'static str,
    /// What the three columns are called until somebody calls them something else.
    pub columns: [&'static str; 3],
    /// Label of a column's title, which can be changed.
    pub column: &'static str,
    /// Label and hint of the field for a new note in a column.
    pub add_note: &'static str,
    /// Adds what is in the field.
    pub add: &'static str,
    /// Label of a note, which can be changed.
    pub note: &'static str,
    /// Moves a note.
    pub left: &'static str,
    /// Moves a note.
    pub right: &'static str,
    /// Takes a note away.
    pub remove: &'static str,
    /// What the counts are called.
    pub hands: &'static str,
    /// Label and hint of the field for what is counted next.
    pub add_hands: &'static str,
    /// Label of what is counted, which can be changed.
    pub label: &'static str,
    /// One hand fewer.
    pub less: &'static str,
    /// One hand more.
    pub more: &'static str,
    /// Takes a count away.
    pub forget: &'static str,
    /// What to do with all of it.
    pub save: &'static str,
    /// As a file of plain text.
    pub text_file: &'static str,
    /// Keeps notes and counts in this browser.
    pub keep: &'static str,
    /// What that means.
    pub keep_what: &'static str,
    /// Said where the browser keeps nothing.
    pub unkept: &'static str,
    /// Name of the files, before the dot.
    pub file: &'static str,
}

static SV: DiscussionWords = DiscussionWords {
    hands_and_notes: "Diskussion",
    columns: ["Det här ser vi", "Det här beror det på", "Det här kan vi göra"],
    column: "Kolumnens rubrik",
    add_note: "Ny anteckning",
    add: "Lägg till",
    note: "Anteckning",
    left: "Flytta till kolumnen till vänster",
    right: "Flytta till kolumnen till höger",
    remove: "Ta bort anteckningen",
    hands: "Handuppräckning",
    add_hands: "Nytt svar att räkna",
    label: "Svar",
    less: "En hand färre",
    more: "En hand till",
    forget: "Ta bort svaret",
    save: "Spara anteckningarna",
    text_file: "Text",
    keep: "Behåll på den här datorn",
    keep_what: "Anteckningar och räkningar finns annars bara tills fönstret stängs. Inget skickas någonstans.",
    unkept: "Webbläsaren sparar ingenting här. Spara anteckningarna som fil i stället.",
    file: "diskussion",
};

static EN: DiscussionWords = DiscussionWords {
    hands_and_notes: "Discussion",
    columns: ["What we see", "What it comes from", "What we can do"],
    column: "Title of the column",
    add_note: "New note",
    add: "Add",
    note: "Note",
    left: "Move to the column on the left",
    right: "Move to the column on the right",
    remove: "Remove the note",
    hands: "Show of hands",
    add_hands: "New answer to count",
    label: "Answer",
    less: "One hand fewer",
    more: "One hand more",
    forget: "Remove the answer",
    save: "Save the notes",
    text_file: "Text",
    keep: "Keep on this computer",
    keep_what: "Otherwise notes and counts last until the window is closed. Nothing is sent anywhere.",
    unkept: "This browser keeps nothing here. Save the notes as a file instead.",
    file: "discussion",
};

/// The table of this language.
pub fn discussion(locale: Locale) -> &'static DiscussionWords {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}
