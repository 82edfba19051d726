//! The plots of Noise and of the guide draw the numbers of their tables.

use std::collections::BTreeMap;

use serde_json::json;

use crate::page::Page;
use crate::session::visit;

/// Defines `value(label)` for the labels of axes and tables, `drawn(figure)`: for each curve the values
/// at which its points lie, by the grid lines and their labels, and `tabled(table)`.
const READ: &str = "
    const number = (text) => {
        const [, digits, unit] = text.replace('−', '-').match(/(-?[\\d.]+) ?(k|min|h)?/);
        return Number(digits) * ({ k: 1000, min: 1 / 60 }[unit] ?? 1);
    };
    const axis = (group, direction, isLog) => {
        const lines = [...group.querySelectorAll('path')]
            .map((line) => Number(line.getAttribute('d').match(direction)[1]));
        const labels = [...group.querySelectorAll('text')].map((label) => number(label.textContent));
        const scale = (at) => isLog ? Math.log10(at) : at;
        const [first, last] = [0, lines.length - 1];
        return (at) => {
            const part = (at - lines[first]) / (lines[last] - lines[first]);
            const value = scale(labels[first]) + part * (scale(labels[last]) - scale(labels[first]));
            return isLog ? 10 ** value : value;
        };
    };
    const drawn = (figure, isLogX, isLogY) => {
        const x = axis(figure.querySelector('.plot-columns'), /M([\\d.]+) /, isLogX);
        const y = axis(figure.querySelector('.plot-rows'), /M[\\d.]+ ([\\d.]+)/, isLogY);
        const names = [...figure.querySelectorAll('.key li')].map((item) => item.textContent.trim());
        const curves = [...figure.querySelectorAll('polyline')].map((line) =>
            line.getAttribute('points').trim().split(' ')
                .map((point) => point.split(',').map(Number)).map(([at, up]) => [x(at), y(up)]));
        return Object.fromEntries(names.map((name, i) => [name, curves[i]]));
    };
";

type Curves = BTreeMap<String, Vec<(f64, f64)>>;

#[track_caller]
fn read<T: serde::de::DeserializeOwned>(page: &Page, script: &str) -> T {
    page.eval(&format!("{READ}{script}"), json!([]))
}

#[test]
fn the_curves_of_a_place_are_the_numbers_of_its_table() {
    visit("#/noise", |page| {
        page.until_shown("#/noise");
        let curves: Curves =
            read(page, "return drawn(document.querySelector('[data-place] figure'), true, false)");
        let table: Curves = read(
            page,
            "const table = document.querySelector('[data-place] table');
             const heads = [...table.tHead.rows[0].cells].slice(1).map((at) => number(at.textContent));
             return Object.fromEntries([...table.tBodies[0].rows].map((row) => [
                 row.cells[0].textContent.trim(),
                 heads.map((head, i) => [head, number(row.cells[i + 1].textContent)])]))",
        );
        assert!(table.len() >= 3, "bare ears and two types");
        assert_eq!(curves.keys().collect::<Vec<_>>(), table.keys().collect::<Vec<_>>());
        for (name, points) in &table {
            assert_eq!(points.len(), 8);
            for ((hertz, level), (x, y)) in points.iter().zip(&curves[name]) {
                assert!((x / hertz - 1.0).abs() < 0.02, "{name}: {hertz} Hz is drawn at {x}");
                assert!((y - level).abs() < 1.0, "{name}: {level} dB is drawn at {y}");
            }
        }
    });
}

#[test]
fn the_curves_of_listening_times_are_the_numbers_of_their_table() {
    visit("#/noise", |page| {
        page.until_shown("#/noise");
        let section = "document.querySelector('[aria-labelledby=noise-time]')";
        let curves: Curves =
            read(page, &format!("return drawn({section}.querySelector('figure'), false, true)"));
        let rows: Vec<Vec<f64>> = read(
            page,
            &format!(
                "return [...{section}.querySelector('table').tBodies[0].rows]
                     .map((row) => [...row.cells].map((cell) => number(cell.textContent)))"
            ),
        );
        assert_eq!(curves.len(), 3);
        assert!(rows.len() >= 6);
        // The table has no more than two digits, and short times are in whole minutes.
        let near = |drawn: f64, written: f64| (drawn - written).abs() <= 0.06 * written + 0.009;
        for (at, row) in rows.iter().enumerate() {
            let drawn: Vec<f64> = curves.values().map(|points| points[at].1).collect();
            for written in &row[1..] {
                assert!(drawn.iter().any(|drawn| near(*drawn, *written)), "{row:?}: {drawn:?}");
            }
            assert!(curves.values().all(|points| (points[at].0 - row[0]).abs() < 0.2), "{row:?}");
        }
    });
}

#[test]
fn the_small_curves_of_the_guide_are_the_numbers_of_their_table() {
    visit("#/guide/isolation", |page| {
        let curves: Vec<(String, Vec<f64>)> = read(
            page,
            "const figure = document.querySelector('.isolation');
             return [...figure.querySelectorAll('ul > li:has(> svg)')].map((item) => [
                 item.textContent.trim(),
                 item.querySelector('polyline').getAttribute('points').split(' ')
                     .map((point) => Number(point.split(',')[1]))])",
        );
        let rows: Vec<(String, Vec<f64>)> = read(
            page,
            "return [...document.querySelector('.isolation table').tBodies[0].rows].map((row) => [
                 row.cells[0].textContent.trim(),
                 [...row.cells].slice(1).map((cell) => number(cell.textContent))])",
        );
        assert_eq!(curves.len(), rows.len());
        // All on one scale: pixels for a decibel, from the largest number.
        let pairs = || {
            curves.iter().zip(&rows).flat_map(|(curve, row)| {
                assert_eq!(curve.0, row.0);
                curve.1.iter().copied().zip(row.1.iter().copied())
            })
        };
        let base = pairs().find(|(_, level)| level.abs() < 0.5).expect("a band lets all through").0;
        let (top, most) = pairs().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap();
        let unit = (base - top) / most;
        for (drawn, level) in pairs() {
            assert!((base - drawn - level * unit).abs() < 1.2, "{level} dB is drawn at {drawn}");
        }
    });
}
