package io.hourshare.web.print;

import io.hourshare.web.ProfilePage;
import io.hourshare.web.counter.PointsToNote;
import java.util.List;

/**
 * What is to be printed, and what must stand on every page of it.
 *
 * @param points what a clerk should see first
 * @param address where the profile is to be seen live; the QR code leads there
 * @param mark who, when and for what, as the watermark says it
 * @param origin which snapshot
 * @param whole whether every value and record is printed, instead of one page
 */
record PrintOut(
        ProfilePage page, List<PointsToNote.Point> points, String address, String mark, String origin, boolean whole) {}
