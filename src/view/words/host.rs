//! The words around the pictures: embedding, saving, opening another bundle.

use crate::base::locale::Locale;

/// Texts of one language.
pub struct HostWords {
    /// The menu of what one can do with the page.
    pub share: &'static str,
    /// Which picture is shown.
    pub view: &'static str,
    /// The view of one indicator's whole page.
    pub whole_page: &'static str,
    /// Opens the dialog that writes the code.
    pub embed: &'static str,
    /// What the dialog is for.
    pub embed_lead: &'static str,
    /// Which year an embedded view shows.
    pub embed_year: &'static str,
    /// The latest, whatever comes.
    pub embed_latest: &'static str,
    /// The year on the screen.
    pub embed_frozen: fn(&str) -> String,
    /// Whether later figures show.
    pub embed_data: &'static str,
    /// They do.
    pub embed_live: &'static str,
    /// They do not: the view has a file of its own.
    pub embed_kept: &'static str,
    /// Saves that file.
    pub embed_download: &'static str,
    /// Where the file, named before this, is to be put.
    pub embed_beside: &'static str,
    /// Stands for the site's address in code written from a disk.
    pub embed_site: &'static str,
    /// Says so.
    pub embed_elsewhere: &'static str,
    /// Said where the code names an address of this very computer.
    pub embed_local: &'static str,
    /// What the reader may do.
    pub embed_controls: &'static str,
    /// What the reader may not change.
    pub embed_locked: &'static str,
    /// The pinned areas.
    pub embed_area: &'static str,
    /// The year.
    pub embed_period: &'static str,
    /// Women and men, born in Sweden or abroad.
    pub embed_breakdown: &'static str,
    /// The way to look at the development.
    pub embed_show: &'static str,
    /// Pins areas and lets them go.
    pub embed_pins: &'static str,
    /// The indicator.
    pub embed_indicator: &'static str,
    /// Which picture.
    pub embed_view: &'static str,
    /// How the map's values are put into classes.
    pub embed_classes: &'static str,
    /// The picture as it will look.
    pub preview: &'static str,
    /// Code for pages that may run scripts.
    pub code_element: &'static str,
    /// Code for pages that may not.
    pub code_frame: &'static str,
    /// Copies the code.
    pub copy_code: &'static str,
    /// Said when it is copied.
    pub code_copied: &'static str,
    /// Writes the app and its data into one file.
    pub save: &'static str,
    /// What that is good for.
    pub save_lead: &'static str,
    /// The file begins at the start page.
    pub save_start: &'static str,
    /// The file begins with what is on the screen.
    pub save_now: &'static str,
    /// Opens another bundle from the reader's disk.
    pub open: &'static str,
    /// What that does.
    pub open_lead: &'static str,
    /// Chooses the file.
    pub open_choose: &'static str,
    /// Said of a file that is no bundle; what is wrong with it follows.
    pub unopened: &'static str,
    /// Said of an address that names something else than there is.
    pub lost: fn(&str) -> String,
    /// Saves a table.
    pub take_table: &'static str,
    /// Head of the column of areas' codes in a saved table.
    pub code: &'static str,
    /// Head of its column that says why values are missing and what is to be known of others.
    pub reasons: &'static str,
}

static SV: HostWords = HostWords {
    share: "Använd vidare",
    view: "Vy",
    whole_page: "Hela sidan",
    embed: "Bädda in",
    embed_lead: "Klistra in koden i en artikel eller på en webbplats. Bildens siffror, källa och tabell följer med.",
    embed_year: "År",
    embed_latest: "Alltid det senaste",
    embed_frozen: |year| format!("Stanna vid {year}"),
    embed_data: "Uppgifter",
    embed_live: "Följer med när statistiken förnyas",
    embed_kept: "Stannar som de är i dag",
    embed_download: "Ladda ner uppgifterna",
    embed_beside: "läggs bredvid sidan där koden klistras in; för iframe bredvid embed.html på Nulägets webbplats.",
    embed_site: "https://din.webbplats/",
    embed_elsewhere: "Byt https://din.webbplats/ i koden mot adressen till den webbplats där Nuläge ligger.",
    embed_local: "Koden pekar på den här datorn. Byt adressen mot den webbplats där Nuläge ligger innan du klistrar in den.",
    embed_controls: "Läsaren får",
    embed_locked: "Lås",
    embed_area: "valet av områden",
    embed_period: "byta år",
    embed_breakdown: "byta grupp",
    embed_show: "byta sätt att se över tid",
    embed_pins: "släppa utvalda områden",
    embed_indicator: "byta indikator",
    embed_view: "byta vy",
    embed_classes: "ändra kartans klasser",
    preview: "Förhandsvisning",
    code_element: "Kod för sidor som får köra skript",
    code_frame: "Kod för sidor som inte får köra skript (iframe). Sista raden ger ramen rätt höjd och kan tas bort",
    copy_code: "Kopiera koden",
    code_copied: "Koden är kopierad",
    save: "Spara som fil",
    save_lead: "En enda HTML-fil med allt i. Den öppnas med dubbelklick, utan nät och utan installation.",
    save_start: "Filen öppnas på startsidan",
    save_now: "Filen öppnas med det som visas nu",
    open: "Öppna andra siffror",
    open_lead: "Välj en datafil i Nulägets format, eller släpp den på sidan. Inget skickas någonstans.",
    open_choose: "Välj fil …",
    unopened: "Filen kunde inte öppnas. Sidan visar samma siffror som förut.",
    lost: |name| format!("Länken leder till ”{name}”, som inte finns här."),
    take_table: "Ladda ner tabellen (CSV)",
    code: "Kod",
    reasons: "Anmärkning",
};

static EN: HostWords = HostWords {
    share: "Share and embed",
    view: "View",
    whole_page: "The whole page",
    embed: "Embed",
    embed_lead: "Paste the code into an article or a website. The picture brings its figures, its source and its table.",
    embed_year: "Year",
    embed_latest: "Always the latest",
    embed_frozen: |year| format!("Stay at {year}"),
    embed_data: "Figures",
    embed_live: "Follow as statistics are renewed",
    embed_kept: "Stay as they are today",
    embed_download: "Download the figures",
    embed_beside: "goes beside the page where the code is pasted; for an iframe, beside embed.html on Nuläge’s site.",
    embed_site: "https://your.site/",
    embed_elsewhere: "In the code, put the address of the site that has Nuläge instead of https://your.site/.",
    embed_local: "The code names this computer. Put the address of the site that has Nuläge instead before you paste it.",
    embed_controls: "Readers may",
    embed_locked: "Lock",
    embed_area: "the choice of areas",
    embed_period: "change the year",
    embed_breakdown: "change the group",
    embed_show: "change how development is shown",
    embed_pins: "let chosen areas go",
    embed_indicator: "change the indicator",
    embed_view: "change the view",
    embed_classes: "change the map’s classes",
    preview: "Preview",
    code_element: "Code for pages that may run scripts",
    code_frame: "Code for pages that may not run scripts (iframe). Its last line fits the frame’s height and may be left out",
    copy_code: "Copy the code",
    code_copied: "The code is copied",
    save: "Save as a file",
    save_lead: "One HTML file with everything in it. It opens with a double click, without network or installation.",
    save_start: "The file opens at the start page",
    save_now: "The file opens with what is shown now",
    open: "Open other figures",
    open_lead: "Choose a data file in Nuläge’s format, or drop it on the page. Nothing is sent anywhere.",
    open_choose: "Choose a file …",
    unopened: "The file could not be opened. The page shows the same figures as before.",
    lost: |name| format!("The link leads to “{name}”, which is not here."),
    take_table: "Download the table (CSV)",
    code: "Code",
    reasons: "Note",
};

/// The table of this language.
pub fn host(locale: Locale) -> &'static HostWords {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}
