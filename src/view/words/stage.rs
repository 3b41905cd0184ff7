//! The words on and around a stage.

use crate::base::locale::Locale;
use crate::model::story::Layout;

/// Texts of one language.
pub struct StageWords {
    /// Opens the stage.
    pub present: &'static str,
    /// The stage, as a landmark.
    pub stage: &'static str,
    /// The next scene.
    pub next: &'static str,
    /// The scene before.
    pub previous: &'static str,
    /// The first scene.
    pub first: &'static str,
    /// The last scene.
    pub last: &'static str,
    /// Back to what the scene shows.
    pub again: &'static str,
    /// Off the stage.
    pub leave: &'static str,
    /// All scenes.
    pub grid: &'static str,
    /// The keys.
    pub help: &'static str,
    /// The whole screen.
    pub full: &'static str,
    /// Opens the speaker's window.
    pub presenter: &'static str,
    /// Opens a window that only follows.
    pub audience: &'static str,
    /// Covers the picture.
    pub black: &'static str,
    /// Said when the screen is made black.
    pub blackened: &'static str,
    /// Said when it is shown again.
    pub shown_again: &'static str,
    /// Said when the browser opens no second window.
    pub blocked: &'static str,
    /// A dot that follows the pointer.
    pub laser: &'static str,
    /// Drawing on top.
    pub draw: &'static str,
    /// Takes the drawing off.
    pub wipe: &'static str,
    /// Starts the clock, or sets it to nought.
    pub clock: &'static str,
    /// The whole story on paper.
    pub handout: &'static str,
    /// More that can be done.
    pub tools: &'static str,
    /// “Scen 3 av 20”.
    pub scene_of: fn(usize, usize) -> String,
    /// Said when a scene comes.
    pub said: fn(usize, usize, &str) -> String,
    /// There is no story.
    pub none: &'static str,
    /// What to do about it.
    pub none_what: &'static str,
    /// Over the next scene, for the speaker.
    pub coming: &'static str,
    /// After the last scene.
    pub end: &'static str,
    /// Over the notes.
    pub notes: &'static str,
    /// Where there are none.
    pub no_notes: &'static str,
    /// Before the time of day.
    pub time_of_day: &'static str,
    /// Before the time that has passed.
    pub elapsed: &'static str,
    /// Well before the plan, within it, behind it.
    pub pace: [&'static str; 3],
    /// Above the indicators a text leads to.
    pub figures: &'static str,
    /// A finding without figures.
    pub without: &'static str,
    /// Under a finding that nothing measures: the indicator that comes nearest.
    pub nearest: fn(&str) -> String,
    /// Prints.
    pub print: &'static str,
    /// Puts the speaker's notes on the paper.
    pub with_notes: &'static str,
    /// Makes a scene of what is shown.
    pub capture: &'static str,
    /// Said when that is done.
    pub captured: &'static str,
    /// Opens the fields of a scene.
    pub edit: &'static str,
    /// Closes them.
    pub done: &'static str,
    /// Earlier in the order.
    pub earlier: &'static str,
    /// Later in the order.
    pub later: &'static str,
    /// Takes a scene out.
    pub remove: &'static str,
    /// Said before the name of a scene that was taken out.
    pub removed: &'static str,
    /// Takes the last change back.
    pub undo: &'static str,
    /// Said when that is done.
    pub undone: &'static str,
    /// Saves the story.
    pub save_story: &'static str,
    /// Saves the bundle with the story.
    pub save_bundle: &'static str,
    /// Saves the one file with the story.
    pub save_file: &'static str,
    /// Opens a story.
    pub open_story: &'static str,
    /// Why a story could not be opened.
    pub not_opened: fn(&str) -> String,
    /// The fields of a scene: headline, text, points, notes, seconds, layout.
    pub fields: [&'static str; 6],
    /// What a layout is called.
    pub layout: fn(Layout) -> &'static str,
    /// Keys and what they do.
    pub keys: &'static [(&'static str, &'static str)],
}

/// The texts of this language.
pub fn stage(locale: Locale) -> &'static StageWords {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: StageWords = StageWords {
    present: "Presentera",
    stage: "Scen",
    next: "Nästa",
    previous: "Föregående",
    first: "Första scenen",
    last: "Sista scenen",
    again: "Tillbaka till manus",
    leave: "Avsluta",
    grid: "Alla scener",
    help: "Tangenter",
    full: "Helskärm",
    presenter: "Talarfönster",
    audience: "Publikfönster",
    black: "Svart skärm",
    blackened: "Skärmen är svart.",
    shown_again: "Skärmen visas igen.",
    blocked: "Webbläsaren stoppade fönstret. Tillåt popup-fönster för den här sidan och försök igen.",
    laser: "Laserpekare",
    draw: "Rita",
    wipe: "Sudda",
    clock: "Starta om klockan",
    handout: "Åhörarkopior",
    tools: "Verktyg",
    scene_of: |n, all| format!("{n} av {all}"),
    said: |n, all, headline| format!("Scen {n} av {all}. {headline}"),
    none: "Här finns ingen berättelse ännu",
    none_what: "Ställ in en vy, välj Presentera och sedan Lägg till det som visas. Eller öppna en sparad berättelse.",
    coming: "Härnäst",
    end: "Sista scenen",
    notes: "Anteckningar",
    no_notes: "Inga anteckningar till den här scenen.",
    time_of_day: "Klockan",
    elapsed: "Har gått",
    pace: ["före planen", "enligt planen", "efter planen"],
    figures: "Siffror",
    without: "Utan siffror",
    nearest: |name| format!("Närmaste siffra: {name}"),
    print: "Skriv ut",
    with_notes: "Med talarens anteckningar",
    capture: "Lägg till det som visas",
    captured: "En ny scen är tillagd.",
    edit: "Ändra",
    done: "Klart",
    earlier: "Flytta tidigare",
    later: "Flytta senare",
    remove: "Ta bort",
    removed: "Borttagen: ",
    undo: "Ångra",
    undone: "Ändringen är ångrad.",
    save_story: "Spara berättelsen",
    save_bundle: "Spara datapaketet med berättelsen",
    save_file: "Spara som fil med berättelsen",
    open_story: "Öppna en berättelse",
    not_opened: |why| format!("Berättelsen kunde inte öppnas. {why}"),
    fields: ["Rubrik", "Text", "Punkter", "Anteckningar", "Sekunder", "Form"],
    layout: |layout| match layout {
        Layout::Title => "Titel",
        Layout::Strategy => "Strategin i bild",
        Layout::Findings => "Iakttagelser",
        Layout::Picture => "Bild",
        Layout::Text => "Text",
        Layout::Question => "Fråga",
    },
    keys: &[
        ("→  Page Down  Mellanslag", "Nästa scen"),
        ("←  Page Up", "Föregående scen"),
        ("Home  End", "Första och sista scenen"),
        ("R", "Tillbaka till manus"),
        ("B  .", "Svart skärm"),
        ("F", "Helskärm"),
        ("S", "Talarfönster"),
        ("G", "Alla scener"),
        ("L", "Laserpekare"),
        ("D  E", "Rita, sudda"),
        ("?", "Den här listan"),
        ("Esc", "Stäng, avsluta"),
    ],
};

static EN: StageWords = StageWords {
    present: "Present",
    stage: "Stage",
    next: "Next",
    previous: "Previous",
    first: "First scene",
    last: "Last scene",
    again: "Back to the script",
    leave: "Leave",
    grid: "All scenes",
    help: "Keys",
    full: "Full screen",
    presenter: "Presenter window",
    audience: "Audience window",
    black: "Black screen",
    blackened: "The screen is black.",
    shown_again: "The screen is shown again.",
    blocked: "The browser stopped the window. Allow pop-up windows for this page and try again.",
    laser: "Laser pointer",
    draw: "Draw",
    wipe: "Wipe",
    clock: "Restart the clock",
    handout: "Handout",
    tools: "Tools",
    scene_of: |n, all| format!("{n} of {all}"),
    said: |n, all, headline| format!("Scene {n} of {all}. {headline}"),
    none: "There is no story here yet",
    none_what: "Set up a view, choose Present and then Add what is shown. Or open a saved story.",
    coming: "Coming up",
    end: "Last scene",
    notes: "Notes",
    no_notes: "No notes for this scene.",
    time_of_day: "Time",
    elapsed: "Elapsed",
    pace: ["ahead of plan", "on plan", "behind plan"],
    figures: "Figures",
    without: "No figures",
    nearest: |name| format!("Nearest figure: {name}"),
    print: "Print",
    with_notes: "With the speaker's notes",
    capture: "Add what is shown",
    captured: "A new scene has been added.",
    edit: "Edit",
    done: "Done",
    earlier: "Move earlier",
    later: "Move later",
    remove: "Remove",
    removed: "Removed: ",
    undo: "Undo",
    undone: "The change is undone.",
    save_story: "Save the story",
    save_bundle: "Save the bundle with the story",
    save_file: "Save as a file with the story",
    open_story: "Open a story",
    not_opened: |why| format!("The story could not be opened. {why}"),
    fields: ["Headline", "Text", "Points", "Notes", "Seconds", "Layout"],
    layout: |layout| match layout {
        Layout::Title => "Title",
        Layout::Strategy => "The strategy as a picture",
        Layout::Findings => "Findings",
        Layout::Picture => "Picture",
        Layout::Text => "Text",
        Layout::Question => "Question",
    },
    keys: &[
        ("→  Page Down  Space", "Next scene"),
        ("←  Page Up", "Previous scene"),
        ("Home  End", "First and last scene"),
        ("R", "Back to the script"),
        ("B  .", "Black screen"),
        ("F", "Full screen"),
        ("S", "Presenter window"),
        ("G", "All scenes"),
        ("L", "Laser pointer"),
        ("D  E", "Draw, wipe"),
        ("?", "This list"),
        ("Esc", "Close, leave"),
    ],
};
