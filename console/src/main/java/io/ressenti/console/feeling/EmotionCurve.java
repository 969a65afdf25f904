package io.ressenti.console.feeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The line of what was felt, moment by moment, for an SVG whose every moment is {@value #STEP} wide and whose height is
 * {@value #HEIGHT}: delight at the top. Only moments that say something are points of the line; it passes over the silent ones.
 *
 * @param width  of the drawing
 * @param path   the line, for the {@code d} of an SVG path; empty where fewer than two moments say something
 * @param points the moments that say something
 */
public record EmotionCurve(int width, String path, List<Point> points) {

    /** How wide one moment is. */
    public static final int STEP = 100;

    /** How high the drawing is. */
    public static final int HEIGHT = 100;

    /** Room above delight and below disappointment, so that no dot is cut. */
    private static final double MARGIN = 10;

    /** One moment that says something, where it is drawn. */
    public record Point(double x, double y, double value) {

        public Feeling feeling() {
            return Feeling.of(value);
        }
    }

    /**
     * Draws the line through {@code values}, each 0–100 or null where the moment says nothing. Between two points the line is a
     * monotone cubic (Fritsch and Carlson 1980): it never rises above or falls below what was said.
     */
    public static EmotionCurve through(List<Double> values) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                double value = Math.clamp(values.get(i), 0, 100);
                double y = MARGIN + (100 - value) / 100 * (HEIGHT - 2 * MARGIN);
                points.add(new Point((i + 0.5) * STEP, y, value));
            }
        }
        return new EmotionCurve(values.size() * STEP, path(points), List.copyOf(points));
    }

    private static String path(List<Point> points) {
        if (points.size() < 2) {
            return "";
        }
        var slopes = slopes(points);
        var path = new StringBuilder(
                "M" + pair(points.getFirst().x(), points.getFirst().y()));
        for (int i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            double third = (to.x() - from.x()) / 3;
            path.append(" C")
                    .append(pair(from.x() + third, from.y() + third * slopes[i - 1]))
                    .append(' ')
                    .append(pair(to.x() - third, to.y() - third * slopes[i]))
                    .append(' ')
                    .append(pair(to.x(), to.y()));
        }
        return path.toString();
    }

    /** The tangent at each point: flat at the ends and at every turn, else the harmonic mean of the two secants. */
    private static double[] slopes(List<Point> points) {
        var slopes = new double[points.size()];
        for (int i = 1; i < points.size() - 1; i++) {
            double before = secant(points.get(i - 1), points.get(i));
            double after = secant(points.get(i), points.get(i + 1));
            slopes[i] = before * after <= 0 ? 0 : 2 * before * after / (before + after);
        }
        return slopes;
    }

    private static double secant(Point from, Point to) {
        return (to.y() - from.y()) / (to.x() - from.x());
    }

    private static String pair(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }

    /** The feelings along the line, in order; for the text that stands for the picture. */
    public List<Feeling> feelings() {
        return points.stream().map(Point::feeling).collect(Collectors.toUnmodifiableList());
    }
}
