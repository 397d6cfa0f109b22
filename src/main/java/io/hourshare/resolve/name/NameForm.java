package io.hourshare.resolve.name;

/**
 * A name of an enterprise by the grammar of the name regulation: region, brand (字号), industry, form, branch tail.
 *
 * @param full folded text with one wording for each form and without ranks of regions and brackets
 * @param form class of the legal form, for example {@code 有限公司}
 * @param tail what tells a branch from its head, for example {@code 平湖分公司}; empty for a head
 * @param head {@code full} without the tail
 * @param alias another name given with this one ({@code A（原B）}), still as written
 */
public record NameForm(
        String full,
        String region,
        String brand,
        String industry,
        String form,
        String tail,
        String head,
        String alias) {

    public static final NameForm NONE = new NameForm("", "", "", "", "", "", "", "");

    /** Brand and industry: what stays when region, form and tail are left out. */
    public String core() {
        return brand + industry;
    }
}
