//! The status of every cell, each symbol given its meaning.

use std::collections::BTreeMap;

use crate::bundle::format::Mapping;
use crate::bundle::jsonstat::{Dataset, Sparse, Status};
use crate::bundle::locate::{element, member};
use crate::bundle::problem::{Kind, Problem, quoted};

use super::{FLAGS, REASONS, position, same_length};

/// Status codes by position.
pub(super) enum Statuses {
    All(Option<&'static str>),
    Dense(Vec<Option<&'static str>>),
    Some(BTreeMap<usize, &'static str>),
}

impl Statuses {
    pub(super) fn new(dataset: &Dataset, mapping: &Mapping, at: &str, total: usize) -> Result<Self, Problem> {
        let base = member(at, "status");
        match &dataset.status {
            None => Ok(Self::All(None)),
            Some(Status::All(symbol)) => meaning(symbol, mapping, || base).map(Self::All),
            Some(Status::Cells(Sparse::Dense(symbols))) => {
                let mut codes = Vec::with_capacity(symbols.len());
                for (i, symbol) in symbols.iter().enumerate() {
                    codes.push(meaning(symbol.as_deref().unwrap_or(""), mapping, || element(&base, i))?);
                }
                // The specification lets an array of one stand for every cell.
                if let ([only], true) = (codes.as_slice(), total != 1) {
                    return Ok(Self::All(*only));
                }
                same_length(&base, codes.len(), total)?;
                Ok(Self::Dense(codes))
            }
            Some(Status::Cells(Sparse::Map(symbols))) => {
                let mut codes = BTreeMap::new();
                for (key, symbol) in symbols {
                    let at = position(key, total, &base)?;
                    let code = meaning(symbol.as_deref().unwrap_or(""), mapping, || member(&base, key))?;
                    codes.extend(code.map(|code| (at, code)));
                }
                Ok(Self::Some(codes))
            }
        }
    }

    pub(super) fn at(&self, position: usize) -> Option<&'static str> {
        match self {
            Self::All(code) => *code,
            Self::Dense(codes) => codes.get(position).copied().flatten(),
            Self::Some(codes) => codes.get(&position).copied(),
        }
    }

    /// Positions whose own status is given.
    pub(super) fn positions(&self) -> Box<dyn Iterator<Item = usize> + '_> {
        match self {
            Self::All(_) => Box::new(std::iter::empty()),
            Self::Dense(codes) => {
                Box::new(codes.iter().enumerate().filter(|(_, c)| c.is_some()).map(|(p, _)| p))
            }
            Self::Some(codes) => Box::new(codes.keys().copied()),
        }
    }
}

/// The status code with this name.
pub(super) fn code(name: &str) -> Option<&'static str> {
    REASONS.iter().chain(&FLAGS).find(|code| **code == name).copied()
}

fn meaning(
    symbol: &str,
    mapping: &Mapping,
    path: impl FnOnce() -> String,
) -> Result<Option<&'static str>, Problem> {
    if symbol.is_empty() {
        return Ok(None);
    }
    let named = mapping.symbols.get(symbol).map_or(symbol, String::as_str);
    code(named).map(Some).ok_or_else(|| {
        let expected = format!("a status ({}, {})", REASONS.join(", "), FLAGS.join(", "));
        let hint = format!("say what it means in values.mapping: \"symbols\": {{\"{symbol}\": \"…\"}}");
        Problem::new(Kind::UnknownSymbol, path(), expected, quoted(symbol)).hint(hint)
    })
}
