package io.hourshare.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as the interface and the command line give it.
 *
 * @param verdict {@code HOLDS}, {@code WARNINGS}, {@code BROKEN} or {@code UNCHECKED}
 * @param exit status that the command line ends with
 */
public record ReportView(
        String level,
        String verdict,
        int exit,
        String home,
        Instant at,
        @JsonProperty("journal_lines") long journalLines,
        @JsonProperty("elapsed_millis") long elapsedMillis,
        List<Count> laws,
        List<Line> findings) {

    private static final List<String> VERDICTS = List.of("HOLDS", "WARNINGS", "BROKEN", "UNCHECKED");

    /** One law's count. */
    public record Count(
            int law, String title, long checked, long broken, long warnings, long destroyed, List<String> unchecked) {}

    /** Both sides of what does not agree, where, and what to do. */
    public record Line(
            int law,
            String severity,
            String scope,
            String expected,
            String found,
            String file,
            @Nullable Long row,
            String remedy) {}

    public static ReportView of(Report report) {
        return new ReportView(
                report.level().name().toLowerCase(java.util.Locale.ROOT),
                VERDICTS.get(report.exitCode()),
                report.exitCode(),
                report.home(),
                report.at(),
                report.journalLines(),
                report.elapsedMillis(),
                report.laws().stream().map(ReportView::count).toList(),
                report.findings().stream().map(ReportView::line).toList());
    }

    private static Count count(LawResult law) {
        return new Count(
                law.law().number(),
                law.law().title(),
                law.checked(),
                law.broken(),
                law.warnings(),
                law.destroyed(),
                law.unchecked());
    }

    private static Line line(Finding finding) {
        return new Line(
                finding.law().number(),
                finding.severity().name(),
                finding.scope(),
                finding.expected(),
                finding.found(),
                finding.file(),
                finding.row(),
                finding.remedy());
    }
}
