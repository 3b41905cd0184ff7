//! What others need to know to find and reuse a bundle, in files beside it.
//!
//! `datapackage.json` is a Frictionless Data Package (version 2.0); `NAME.dcat.jsonld` a description
//! after DCAT-AP-SE 3.0.1 with the properties it requires: of a catalogue title, description,
//! publisher, licence and datasets, of a dataset title, description and publisher, of a distribution
//! its address, which is relative to where the files are put. Both hold what the bundle says and no
//! more: no contact, no theme, no licence it does not name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::bundle::format::{Bundle, Level, Source, Text};
use crate::tool::digest::sha256;
use crate::tool::fetch::cache::write_whole;

/// The terms that the Swedish profile demands for descriptions themselves.
const CC0: &str = "http://creativecommons.org/publicdomain/zero/1.0/";

/// Licences by how people write them: what they begin with, the identifier, the address.
const LICENCES: &[(&str, &str, &str)] = &[
    ("CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC BY-SA 4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC-BY-SA-4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
];

/// Writes both descriptions beside the bundle `out`, whose bytes are `bytes`. A `datapackage.json`
/// that is about other files stays; ours then has the bundle's name before it.
///
/// # Errors
/// A file cannot be written.
pub fn beside(out: &Path, bundle: &Bundle, bytes: &[u8]) -> anyhow::Result<[PathBuf; 2]> {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(".json").unwrap_or(&name);
    let about = About { bundle, name: &name, bytes };
    let mut package = out.with_file_name("datapackage.json");
    if is_of_others(&package, &name) {
        package = out.with_file_name(format!("{stem}.datapackage.json"));
    }
    let dcat = out.with_file_name(format!("{stem}.dcat.jsonld"));
    for (file, value) in [(&package, about.package()), (&dcat, about.dcat())] {
        let text = format!("{value:#}\n");
        write_whole(file, text.as_bytes()).map_err(|e| anyhow::anyhow!("{}: {e}", file.display()))?;
    }
    Ok([package, dcat])
}

/// Whether a data package is there already and does not hold the bundle of this name.
fn is_of_others(file: &Path, name: &str) -> bool {
    let Ok(text) = std::fs::read_to_string(file) else { return false };
    let found: Option<Value> = serde_json::from_str(&text).ok();
    let path = found.as_ref().and_then(|package| package.pointer("/resources/0/path"));
    path.and_then(Value::as_str) != Some(name)
}

/// The bundle to be described, its file's name and its bytes.
struct About<'a> {
    bundle: &'a Bundle,
    name: &'a str,
    bytes: &'a [u8],
}

impl About<'_> {
    fn package(&self) -> Value {
        let meta = &self.bundle.meta;
        let mut package = json!({
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": meta.id,
            "title": meta.title.sv,
            "description": self.description().sv,
            "version": meta.updated,
            "contributors": [{ "title": meta.publisher.sv, "roles": ["publisher"] }],
            "sources": self.sources(),
            "resources": [{
                "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
                "name": meta.id,
                "path": self.name,
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
                "bytes": self.bytes.len(),
                "hash": format!("sha256:{}", sha256(self.bytes)),
            }],
        });
        if let (Some((id, address)), Some(members)) = (licence(&meta.licence.sv), package.as_object_mut()) {
            members.insert("licenses".to_owned(), json!([{ "name": id, "path": address }]));
        }
        package
    }

    fn dcat(&self) -> Value {
        let meta = &self.bundle.meta;
        let language = |code: &str| json!({ "@id": format!("http://publications.europa.eu/resource/authority/language/{code}") });
        let mut languages = vec![language("SWE")];
        languages.extend(meta.title.en.iter().map(|_| language("ENG")));
        let (title, description) = (in_languages(&meta.title), in_languages(&self.description()));
        let publisher = json!({ "@id": "#publisher" });
        let file = json!({ "@id": self.name });
        let mut distribution = json!({
            "@id": "#distribution",
            "@type": "dcat:Distribution",
            "dcat:accessURL": file,
            "dcat:downloadURL": file,
            "dcterms:format": "application/json",
            "dcat:byteSize": { "@value": self.bytes.len().to_string(), "@type": "xsd:nonNegativeInteger" },
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
                "spdx:checksumValue": { "@value": sha256(self.bytes), "@type": "xsd:hexBinary" },
            },
        });
        if let (Some((_, address)), Some(members)) = (licence(&meta.licence.sv), distribution.as_object_mut())
        {
            members.insert("dcterms:license".to_owned(), json!({ "@id": address }));
        }
        json!({
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dcterms": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
                "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
                "spdx": "http://spdx.org/rdf/terms#",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
            },
            "@graph": [
                {
                    "@id": "#catalog",
                    "@type": "dcat:Catalog",
                    "dcterms:title": title,
                    "dcterms:description": description,
                    "dcterms:publisher": publisher,
                    "dcterms:license": { "@id": CC0 },
                    "dcat:dataset": { "@id": "#dataset" },
                },
                {
                    "@id": "#publisher",
                    "@type": "foaf:Agent",
                    "foaf:name": in_languages(&meta.publisher),
                },
                {
                    "@id": "#dataset",
                    "@type": "dcat:Dataset",
                    "dcterms:title": title,
                    "dcterms:description": description,
                    "dcterms:publisher": publisher,
                    "dcterms:identifier": meta.id,
                    "dcterms:modified": { "@value": meta.updated, "@type": "xsd:date" },
                    "dcterms:language": languages,
                    "dcterms:provenance": {
                        "@type": "dcterms:ProvenanceStatement",
                        "rdfs:label": self.sources().iter().filter_map(|s| s.get("title")).cloned().collect::<Value>(),
                    },
                    "dcat:distribution": { "@id": "#distribution" },
                },
                distribution,
            ],
        })
    }

    /// What is in it, in a sentence, and its terms in the bundle's own words.
    fn description(&self) -> Text {
        let Bundle { meta, areas, indicators, .. } = self.bundle;
        let county = areas.iter().find(|a| a.level == Level::County && a.code == meta.county);
        let count = indicators.len();
        let of = |english: bool| {
            let text = |text: &Text| text.en.clone().filter(|_| english).unwrap_or_else(|| text.sv.clone());
            let place = county.map_or_else(|| meta.county.clone(), |county| text(&county.name));
            let terms = text(&meta.licence);
            if english {
                format!(
                    "{count} indicators about {place}, as time series with their sources. Licence: {terms}"
                )
            } else {
                format!("{count} mått om {place}, som tidsserier med källor. Licens: {terms}")
            }
        };
        Text { sv: of(false), en: meta.title.en.as_ref().map(|_| of(true)) }
    }

    /// Every source once, in the order of the indicators.
    fn sources(&self) -> Vec<Value> {
        let mut seen = BTreeSet::new();
        let mut sources = Vec::new();
        for Source { publisher, table, via, href, request, retrieved, .. } in
            self.bundle.indicators.iter().map(|indicator| &indicator.source)
        {
            let parts = [Some(publisher.0.sv.as_str()), via.as_deref(), table.as_deref()];
            let title = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let mut source = json!({ "title": title });
            // A path of a source is an address or a file beside it; a relative link is neither.
            let address = href.iter().chain(request).find(|address| address.starts_with("http"));
            for (name, value) in [("path", address), ("version", retrieved.as_ref())] {
                if let (Some(value), Some(members)) = (value, source.as_object_mut()) {
                    members.insert(name.to_owned(), json!(value));
                }
            }
            if seen.insert(source.to_string()) {
                sources.push(source);
            }
        }
        sources
    }
}

/// A text as JSON-LD has it, a value per language.
fn in_languages(text: &Text) -> Value {
    let value = |text: &str, language: &str| json!({ "@value": text, "@language": language });
    let english = text.en.iter().map(|en| value(en, "en"));
    std::iter::once(value(&text.sv, "sv")).chain(english).collect()
}

/// Identifier and address of a licence that is known by how it is written; none where the words
/// might mean another one.
fn licence(text: &str) -> Option<(&'static str, &'static str)> {
    let text = text.trim();
    let found = LICENCES.iter().find(|(written, id, address)| {
        text == *written || text == *id || text.trim_end_matches('/') == address.trim_end_matches('/')
    });
    found.map(|(_, id, address)| (*id, *address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_licences_are_named() {
        assert_eq!(licence("CC0").map(|l| l.0), Some("CC0-1.0"));
        assert_eq!(licence("CC-BY-4.0").map(|l| l.0), Some("CC-BY-4.0"));
        assert_eq!(licence("https://creativecommons.org/licenses/by/4.0").map(|l| l.0), Some("CC-BY-4.0"));
        assert_eq!(licence("CC0 för sammanställningen, annars som källorna"), None);
        assert_eq!(licence(""), None);
    }
}
