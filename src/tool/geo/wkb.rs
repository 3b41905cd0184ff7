//! Polygons in well-known binary, within the envelope of a GeoPackage.
//!
//! OGC 12-128r19, section 2.1.3 (the header) and ISO 13249-3 (the geometry): thousands of the type
//! say whether positions have a height (1), a measure (2) or both (3); neither is read.

use super::feature::{Raw, RawPolygons};

const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;

/// The polygons of a geometry column's value; what is the matter if there are none.
///
/// # Errors
/// Bytes that end too early or are another geometry.
pub(super) fn polygons(blob: &[u8]) -> Result<RawPolygons, String> {
    let mut bytes = Bytes { rest: blob, little: true };
    if bytes.take::<2>()? != *b"GP" {
        return Err("its geometry is none of a GeoPackage".to_owned());
    }
    let [_version, flags] = bytes.take::<2>()?;
    let envelope = match (flags >> 1) & 0b111 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        _ => return Err("its geometry is none of a GeoPackage".to_owned()),
    };
    if flags & 0b1_0000 != 0 {
        return Err("has no borders".to_owned());
    }
    // The id of the reference system, which the table says too, then the envelope.
    bytes.skip(4 + envelope)?;
    bytes.geometry()
}

struct Bytes<'a> {
    rest: &'a [u8],
    little: bool,
}

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let (first, rest) =
            self.rest.split_first_chunk::<N>().ok_or_else(|| "its geometry ends too early".to_owned())?;
        self.rest = rest;
        Ok(*first)
    }

    fn skip(&mut self, count: usize) -> Result<(), String> {
        self.rest = self.rest.get(count..).ok_or_else(|| "its geometry ends too early".to_owned())?;
        Ok(())
    }

    fn count(&mut self) -> Result<u32, String> {
        let bytes = self.take::<4>()?;
        Ok(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn number(&mut self) -> Result<f64, String> {
        let bytes = self.take::<8>()?;
        Ok(if self.little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    /// Byte order and type: the kind of geometry, and how many numbers a position has besides two.
    fn head(&mut self) -> Result<(u32, usize), String> {
        let [order] = self.take::<1>()?;
        self.little = order == 1;
        let kind = self.count()?;
        let more = match kind / 1000 {
            0 => 0,
            1 | 2 => 1,
            3 => 2,
            _ => return Err(format!("has a geometry of type {kind}, which is not read")),
        };
        Ok((kind % 1000, more))
    }

    fn geometry(&mut self) -> Result<RawPolygons, String> {
        match self.head()? {
            (POLYGON, more) => Ok(vec![self.polygon(more)?]),
            (MULTI_POLYGON, _) => {
                let mut polygons = Vec::new();
                for _ in 0..self.count()? {
                    match self.head()? {
                        (POLYGON, more) => polygons.push(self.polygon(more)?),
                        (other, _) => {
                            return Err(format!("has a geometry of type {other} in a multipolygon"));
                        }
                    }
                }
                Ok(polygons)
            }
            (other, _) => Err(format!("has a geometry of type {other}, which is no polygon")),
        }
    }

    fn polygon(&mut self, more: usize) -> Result<Vec<Vec<Raw>>, String> {
        let mut rings = Vec::new();
        for _ in 0..self.count()? {
            let mut ring = Vec::new();
            for _ in 0..self.count()? {
                ring.push([self.number()?, self.number()?]);
                self.skip(8 * more)?;
            }
            rings.push(ring);
        }
        Ok(rings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A polygon with one ring, with heights, in either byte order.
    fn blob(little: bool, envelope: u8, kind: u32, heights: usize) -> Vec<u8> {
        let count = |n: u32| if little { n.to_le_bytes() } else { n.to_be_bytes() };
        let number = |x: f64| if little { x.to_le_bytes() } else { x.to_be_bytes() };
        let mut bytes = vec![b'G', b'P', 0, envelope << 1 | u8::from(little)];
        bytes.extend(vec![0; 4 + [0, 32, 48, 48, 64][usize::from(envelope)]]);
        bytes.push(u8::from(little));
        bytes.extend([kind, 1, 4].map(count).concat());
        for (x, y) in [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 0.0)] {
            bytes.extend([x, y].map(number).concat());
            bytes.extend(vec![0; 8 * heights]);
        }
        bytes
    }

    #[test]
    fn every_form_says_the_same() {
        let expected = vec![vec![vec![[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 0.0]]]];
        for little in [true, false] {
            for envelope in 0..=4 {
                for (kind, heights) in [(3, 0), (1003, 1), (2003, 1), (3003, 2)] {
                    assert_eq!(polygons(&blob(little, envelope, kind, heights)), Ok(expected.clone()));
                }
            }
        }
    }

    #[test]
    fn broken_geometries_are_refused_at_every_length() {
        let whole = blob(true, 1, 3, 0);
        for end in 0..whole.len() {
            assert!(polygons(&whole[..end]).is_err(), "{end}");
        }
        let mut endless = blob(true, 0, 3, 0);
        // Four thousand million rings, and no bytes for them.
        endless[13..17].fill(0xff);
        assert_eq!(polygons(&endless), Err("its geometry ends too early".to_owned()));
        assert_eq!(
            polygons(&blob(true, 0, 2, 0)),
            Err("has a geometry of type 2, which is no polygon".to_owned())
        );
        assert_eq!(
            polygons(&blob(true, 0, 10_000, 0)),
            Err("has a geometry of type 10000, which is not read".to_owned())
        );
    }
}
