package io.hourshare.verify;

import java.util.List;

/**
 * The count of one law.
 *
 * @param checked things counted
 * @param destroyed what could not be counted because it is gone by rule
 * @param findings the first of those that are broken or want looking at
 * @param unchecked what could not be counted, and why
 */
public record LawResult(
        Law law,
        long checked,
        long broken,
        long warnings,
        long destroyed,
        List<Finding> findings,
        List<String> unchecked) {

    public LawResult {
        findings = List.copyOf(findings);
        unchecked = List.copyOf(unchecked);
    }
}
