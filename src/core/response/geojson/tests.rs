use super::*;
use proptest::prelude::*;
use std::sync::Arc;

const OPTIONS: MapOptions = MapOptions {
    width: 400.0,
    height: 300.0,
    projection: Projection::WebMercator,
    most_points: 1000,
    most_shapes: 100,
};

fn drawn_with(json: &str, options: &MapOptions) -> Option<Drawing> {
    draw(&Tree::read(Arc::new(json.as_bytes().to_vec())).0, options)
}

fn drawn(json: &str) -> Drawing {
    drawn_with(json, &OPTIONS).unwrap_or_else(|| panic!("{json}"))
}

fn geometry(kind: &str, coordinates: &str) -> String {
    format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#)
}

#[test]
fn every_type_of_geometry() {
    use ShapeKind::{Line, Point, Polygon};
    for (kind, coordinates, shape, path) in [
        ("Point", "[2,48]", Point, "M200 150h0"),
        ("MultiPoint", "[[2,0],[4,0]]", Point, "M12 150h0M388 150h0"),
        ("LineString", "[[2,0],[4,0]]", Line, "M12 150L388 150"),
        ("MultiLineString", "[[[2,0],[4,0]],[[3,0],[2,0]]]", Line, "M12 150L388 150M200 150L12 150"),
        ("Polygon", "[[[0,-1],[2,-1],[2,1],[0,1],[0,-1]]]", Polygon, "M62 288L338 288L338 12L62 12L62 288Z"),
        (
            "MultiPolygon",
            "[[[[0,0],[2,0],[0,0]]],[[[1,0],[2,0],[1,0]]]]",
            Polygon,
            "M12 150L388 150L12 150ZM200 150L388 150L200 150Z",
        ),
    ] {
        let drawing = drawn(&geometry(kind, coordinates));
        let found = &drawing.shapes[0];
        assert_eq!((found.kind, found.path.as_str(), drawing.shapes.len()), (shape, path, 1), "{kind}");
        assert_eq!(drawing.view_box, "0 0 400 300");
    }
    let inner = [geometry("Point", "[1,1]"), geometry("LineString", "[[0,0],[1,1]]")].join(",");
    let drawing = drawn(&format!(r#"{{"type":"GeometryCollection","geometries":[{inner}]}}"#));
    assert_eq!(drawing.shapes.iter().map(|shape| shape.kind).collect::<Vec<_>>(), [Point, Line]);
}

#[test]
fn features_have_labels() {
    let feature = |id: &str, properties: &str| {
        format!(r#"{{"type":"Feature","id":{id},"properties":{properties},"geometry":{}}}"#, geometry("Point", "[1,2]"))
    };
    let features = [
        feature("1", r#"{"id":"x","nom":"Rennes"}"#),
        feature("\"b\"", "null"),
        r#"{"type":"Feature","geometry":null,"properties":{"name":"nowhere"}}"#.to_owned(),
        feature("null", r#"{"name":{},"title":7}"#),
    ];
    let drawing = drawn(&format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",")));
    let labels: Vec<_> = drawing.shapes.iter().map(|shape| (shape.feature, shape.label.as_str())).collect();
    assert_eq!(labels, [(0, "Rennes"), (1, "b"), (3, "7")]);
}

#[test]
fn bad_positions_are_counted_and_nothing_is_no_drawing() {
    let drawing = drawn(&geometry("MultiPoint", r#"[[1,2],[1,91],["a",1],[],null,[999,1],[1],[3,4,500]]"#));
    assert_eq!((drawing.invalid, drawing.bounds), (6, [1.0, 2.0, 3.0, 4.0]));
    for json in [
        "",
        "{}",
        "[]",
        &geometry("Point", "[1,99]"),
        &geometry("Circle", "[1,2]"),
        r#"{"type":"FeatureCollection","features":[]}"#,
    ] {
        assert!(drawn_with(json, &OPTIONS).is_none(), "{json}");
    }
}

#[test]
fn the_antimeridian_is_harmless() {
    for (kind, coordinates, west, east) in [
        ("LineString", "[[179,0],[-179,0]]", 179.0, -179.0),
        ("LineString", "[[179,0],[181,0]]", 179.0, -179.0),
        ("MultiPoint", "[[178,0],[-178,1]]", 178.0, -178.0),
        (
            "MultiPolygon",
            "[[[[178,0],[180,0],[180,1],[178,0]]],[[[-180,0],[-179,0],[-180,1],[-180,0]]]]",
            178.0,
            -179.0,
        ),
        ("LineString", "[[-170,0],[0,0],[170,0]]", -170.0, 170.0),
        ("Polygon", "[[[-180,-70],[0,-60],[180,-70],[180,-90],[-180,-90],[-180,-70]]]", -180.0, 180.0),
    ] {
        let drawing = drawn(&geometry(kind, coordinates));
        assert_eq!((drawing.bounds[0], drawing.bounds[2]), (west, east), "{kind} {coordinates}");
    }
    assert_eq!(drawn(&geometry("LineString", "[[179,0],[-179,0]]")).shapes[0].path, "M12 150L388 150");
}

#[test]
fn drawings_are_bounded() {
    let points: Vec<String> = (0..5000).map(|step| format!("[{},{}]", f64::from(step) / 5000.0, step % 2)).collect();
    let zigzag = geometry("LineString", &format!("[{}]", points.join(",")));
    let drawing = drawn(&zigzag);
    assert_eq!((drawing.shapes[0].path.matches(['L', 'M']).count(), drawing.points_left_out), (1000, 4000));
    let straight = drawn(&zigzag.replace(",1]", ",0]"));
    let kept = straight.shapes[0].path.matches(['L', 'M']).count();
    assert!(kept < 800 && kept + straight.points_left_out as usize == 5000, "{kept}");
    let few = MapOptions { most_shapes: 1, ..OPTIONS };
    let features = vec![geometry("Point", "[1,2]"); 3].join(",");
    let drawing = drawn_with(&format!(r#"{{"type":"GeometryCollection","geometries":[{features}]}}"#), &few).unwrap();
    assert_eq!((drawing.shapes.len(), drawing.shapes_left_out, drawing.points_left_out), (1, 2, 2));
}

#[test]
fn words_and_scale() {
    let paris = geometry("MultiPoint", "[[2.2,48.8],[2.4,48.9012]]");
    let drawing = drawn(&paris);
    assert_eq!(drawing.summary.fr, "2 points, de 48,80° à 48,90°\u{a0}N et de 2,20° à 2,40°\u{a0}E.");
    assert_eq!(drawing.summary.en, "2 points, from 48.80° to 48.90°\u{a0}N and from 2.20° to 2.40°\u{a0}E.");
    assert_eq!(drawing.scale.label.fr, "2\u{a0}km");
    let labels: Vec<_> = drawing.grid.iter().map(|line| line.label.fr.as_str()).collect();
    assert!(labels.contains(&"2,3°\u{a0}E") && labels.contains(&"48,85°\u{a0}N"), "{labels:?}");
    let plain = drawn_with(&paris, &MapOptions { projection: Projection::Equirectangular, ..OPTIONS }).unwrap();
    assert_eq!(plain.scale.label, drawing.scale.label);
    assert!((plain.scale.length - drawing.scale.length).abs() < 1.0);
    let world = drawn(&geometry("MultiPoint", "[[-180,-80],[180,80],[-5,3],[5,3]]"));
    assert!(
        world.summary.fr.contains("de 80,00°\u{a0}S à 80,00°\u{a0}N et de 180,00°\u{a0}O à 180,00°\u{a0}E"),
        "{}",
        world.summary.fr
    );
    assert!(world.scale.label.fr.contains("000\u{a0}km"), "{}", world.scale.label.fr);
}

proptest! {
    #[test]
    fn everything_drawn_is_in_the_box(
        positions in prop::collection::vec((-180.0..180.0_f64, -90.0..90.0_f64), 1..20), mercator: bool,
        kind in prop::sample::select(&["MultiPoint", "LineString"][..]),
    ) {
        let list: Vec<String> = positions.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
        let projection = if mercator { Projection::WebMercator } else { Projection::Equirectangular };
        let drawing = drawn_with(&geometry(kind, &format!("[{}]", list.join(","))), &MapOptions { projection, ..OPTIONS }).unwrap();
        for path in drawing.shapes.iter().map(|shape| &shape.path).chain(drawing.grid.iter().map(|line| &line.path)) {
            let numbers = path.split(|sign: char| !"0123456789.-".contains(sign)).filter(|number| !number.is_empty());
            for number in numbers {
                let number: f64 = number.parse().unwrap();
                prop_assert!((-0.5..=400.5).contains(&number), "{path}");
            }
        }
        prop_assert!(drawing.grid.len() < 100 && drawing.scale.length <= 101.0, "{:?}", drawing.scale);
    }
}
