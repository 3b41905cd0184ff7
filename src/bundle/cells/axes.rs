//! The dimensions of a dataset: what each stands for, and its categories in order.

use crate::base::locale::lower;
use crate::base::order::Places;
use crate::bundle::format::Mapping;
use crate::bundle::jsonstat::{Dataset, Dimension, Index};
use crate::bundle::keyed::Keyed;
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, Problem, quoted};

use super::Cell;

/// What a dimension stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Area,
    Period,
    Sex,
    Origin,
    Other,
}

/// A dimension in cell order.
#[derive(Debug)]
pub(super) struct Axis<'a> {
    pub(super) role: Role,
    pub(super) id: &'a str,
    /// Category codes by position.
    pub(super) codes: Vec<&'a str>,
    /// The only position taken, where not all are.
    only: Option<usize>,
    /// Cells from one category to the next.
    stride: usize,
}

impl<'a> Axis<'a> {
    /// The categories taken: position and code.
    pub(super) fn taken(&self) -> Vec<(usize, &'a str)> {
        let all = self.codes.iter().copied().enumerate();
        all.filter(|(position, _)| self.only.is_none_or(|only| only == *position)).collect()
    }
}

/// Names by which dimensions are known, lower case.
const NAMES: [(Role, &[&str]); 4] = [
    (Role::Area, &["region", "area", "kommun", "municipality", "county", "lan", "län", "geo"]),
    (Role::Period, &["tid", "period", "time", "year", "ar", "år"]),
    (Role::Sex, &["kon", "kön", "sex", "gender"]),
    (Role::Origin, &["fodelseregion", "födelseregion", "origin"]),
];

/// The dimensions in cell order, checked, each with its role.
pub(super) fn find<'a>(
    dataset: &'a Dataset,
    mapping: &Mapping,
    at: &Path<'_>,
) -> Result<Vec<Axis<'a>>, Problem> {
    header(dataset, at)?;
    let mut axes: Vec<Axis<'a>> = Vec::new();
    let dimensions = at.member("dimension");
    for (i, (id, &size)) in dataset.id.iter().zip(&dataset.size).enumerate() {
        let path = dimensions.member(id);
        let Some(dimension) = dataset.dimension.get(id) else {
            return Err(Problem::new(Kind::MissingMember, &path, "every dimension named in id", "none"));
        };
        if axes.iter().any(|before| before.id == id) {
            let path = at.member("id");
            return Err(Problem::new(Kind::Duplicate, &path.element(i), "every dimension once", &quoted(id)));
        }
        let codes = codes(dimension, size, &path)?;
        axes.push(Axis { role: Role::Other, id: id.as_str(), codes, only: None, stride: 0 });
    }
    assign(&mut axes, dataset, mapping, at)?;
    choose(&mut axes, mapping, at)?;
    let mut stride = 1_usize;
    for axis in axes.iter_mut().rev() {
        axis.stride = stride;
        stride = stride.saturating_mul(axis.codes.len());
    }
    Ok(axes)
}

/// The cell with its indices set; none where a category at the position is not taken.
pub(super) fn place(axes: &[Axis<'_>], position: usize, mut cell: Cell) -> Option<Cell> {
    for axis in axes {
        let at = position.checked_div(axis.stride)?.checked_rem(axis.codes.len())?;
        let index = match axis.only {
            Some(only) if only != at => return None,
            Some(_) => 0,
            None => at,
        };
        match axis.role {
            Role::Area => cell.area = index,
            Role::Period => cell.period = index,
            Role::Sex => cell.sex = index,
            Role::Origin => cell.origin = index,
            Role::Other => {}
        }
    }
    Some(cell)
}

fn header(dataset: &Dataset, at: &Path<'_>) -> Result<(), Problem> {
    if dataset.class != "dataset" {
        let path = at.member("class");
        return Err(Problem::new(Kind::WrongValue, &path, "the class “dataset”", &quoted(&dataset.class)));
    }
    if !dataset.version.starts_with("2.") {
        let path = at.member("version");
        return Err(Problem::new(Kind::UnknownVersion, &path, "JSON-stat 2.0", &quoted(&dataset.version)));
    }
    if dataset.id.len() != dataset.size.len() {
        let expected = format!("{} sizes, one per dimension", dataset.id.len());
        let found = dataset.size.len().to_string();
        return Err(Problem::new(Kind::SizeMismatch, &at.member("size"), &expected, &found));
    }
    Ok(())
}

/// Category codes by position; `at` is the dimension's path.
fn codes<'a>(dimension: &'a Dimension, size: usize, at: &Path<'_>) -> Result<Vec<&'a str>, Problem> {
    let category = at.member("category");
    let path = category.member("index");
    match &dimension.category.index {
        None if size == 1 => {
            let label = dimension.category.label.as_ref().and_then(|labels| labels.entries().first());
            // Without index and label the only category has no code; nobody needs one.
            Ok(vec![label.map_or("", |(code, _)| code.as_str())])
        }
        None => {
            let expected = format!("the codes of {size} categories");
            Err(Problem::new(Kind::MissingMember, &path, &expected, "none"))
        }
        Some(Index::List(list)) => listed(list, size, &path),
        Some(Index::Map(map)) => placed(map, size, &path),
    }
}

fn same_size(found: usize, size: usize, path: &Path<'_>) -> Result<(), Problem> {
    if found == size {
        return Ok(());
    }
    let expected = format!("{size} categories, the dimension's size");
    Err(Problem::new(Kind::SizeMismatch, path, &expected, &found.to_string()))
}

fn listed<'a>(list: &'a [String], size: usize, path: &Path<'_>) -> Result<Vec<&'a str>, Problem> {
    same_size(list.len(), size, path)?;
    let codes: Vec<&str> = list.iter().map(String::as_str).collect();
    match Places::of(&codes).twice() {
        Some(i) => {
            let found = format!("{} twice", quoted(codes.get(i).copied().unwrap_or_default()));
            Err(Problem::new(Kind::Duplicate, &path.element(i), "every category once", &found))
        }
        None => Ok(codes),
    }
}

fn placed<'a>(map: &'a Keyed<usize>, size: usize, path: &Path<'_>) -> Result<Vec<&'a str>, Problem> {
    same_size(map.entries().len(), size, path)?;
    let mut codes: Vec<Option<&str>> = vec![None; size];
    for (code, position) in map.entries() {
        match codes.get_mut(*position) {
            None => {
                let expected = format!("a position less than {size}");
                return Err(Problem::new(
                    Kind::WrongValue,
                    &path.member(code),
                    &expected,
                    &position.to_string(),
                ));
            }
            Some(Some(_)) => {
                let found = format!("{position} twice");
                return Err(Problem::new(Kind::Duplicate, &path.member(code), "every position once", &found));
            }
            Some(free) => *free = Some(code),
        }
    }
    Ok(codes.into_iter().flatten().collect())
}

/// Finds the dimension of each role.
fn assign(axes: &mut [Axis<'_>], dataset: &Dataset, mapping: &Mapping, at: &Path<'_>) -> Result<(), Problem> {
    let said = dataset.role.as_ref();
    for (role, names) in NAMES {
        let (word, mapped, by_role) = match role {
            Role::Area => ("area", &mapping.area, said.map(|r| r.geo.as_slice())),
            Role::Period => ("period", &mapping.period, said.map(|r| r.time.as_slice())),
            Role::Sex => ("sex", &mapping.sex, None),
            Role::Origin | Role::Other => ("origin", &mapping.origin, None),
        };
        let mut found = match mapped {
            Some(name) => pick(axes, std::slice::from_ref(name)),
            None => pick(axes, by_role.unwrap_or_default()),
        };
        if found.is_empty() && mapped.is_none() {
            found = known(axes, names);
        }
        let needed = matches!(role, Role::Area | Role::Period) || mapped.is_some();
        match found.as_slice() {
            [] if !needed => {}
            &[one] => {
                if let Some(axis) = axes.get_mut(one) {
                    axis.role = role;
                }
            }
            _ => {
                let expected = match mapped {
                    Some(name) => format!("a dimension {} as values.mapping says", quoted(name)),
                    None => format!("one dimension that holds the {word}"),
                };
                let hint = format!("name it in values.mapping: \"{word}\": \"…\"");
                let path = at.member("id");
                return Err(
                    Problem::new(Kind::NeedsMapping, &path, &expected, &ids(axes).join(", ")).hint(&hint)
                );
            }
        }
    }
    Ok(())
}

/// Dimensions without a role whose id is one of these.
fn pick(axes: &[Axis<'_>], ids: &[String]) -> Vec<usize> {
    let mut found = Vec::new();
    for (i, axis) in axes.iter().enumerate() {
        if axis.role == Role::Other && ids.iter().any(|id| id == axis.id) {
            found.push(i);
        }
    }
    found
}

/// Dimensions without a role whose id in lower case is one of these.
fn known(axes: &[Axis<'_>], names: &[&str]) -> Vec<usize> {
    let mut found = Vec::new();
    for (i, axis) in axes.iter().enumerate() {
        if axis.role == Role::Other && names.contains(&lower(axis.id).as_str()) {
            found.push(i);
        }
    }
    found
}

fn ids<'a>(axes: &[Axis<'a>]) -> Vec<&'a str> {
    axes.iter().map(|axis| axis.id).collect()
}

/// Takes the categories that `fixed` names; any other dimension may have only one.
fn choose(axes: &mut [Axis<'_>], mapping: &Mapping, at: &Path<'_>) -> Result<(), Problem> {
    let dimensions = at.member("dimension");
    for (id, code) in mapping.fixed.entries() {
        let Some(axis) = axes.iter().position(|axis| axis.id == id) else {
            let expected = format!("a dimension {} as values.mapping.fixed says", quoted(id));
            let path = at.member("id");
            return Err(Problem::new(Kind::NeedsMapping, &path, &expected, &ids(axes).join(", ")));
        };
        let Some(axis) = axes.get_mut(axis) else { continue };
        axis.only = axis.codes.iter().position(|have| have == code);
        if axis.only.is_none() {
            let expected = format!("a category {} as values.mapping.fixed says", quoted(code));
            let path = dimensions.member(id);
            return Err(Problem::new(Kind::NeedsMapping, &path, &expected, &axis.codes.join(", ")));
        }
    }
    let open = axes.iter().find(|a| a.role == Role::Other && a.only.is_none() && a.codes.len() > 1);
    let Some(axis) = open else { return Ok(()) };
    let example = axis.codes.first().copied().unwrap_or_default();
    let hint = format!("take one in values.mapping: \"fixed\": {{\"{}\": \"{example}\"}}", axis.id);
    let (path, found) = (dimensions.member(axis.id), axis.codes.len().to_string());
    Err(Problem::new(Kind::NeedsMapping, &path, "one category", &found).hint(&hint))
}
