package io.hourshare.serve.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.publish.Snapshot;
import io.hourshare.serve.Answer;
import io.hourshare.serve.search.SearchIndex;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which snapshot is being served. */
@RestController
@RequestMapping("/api/v1/snapshots")
@Needs(Permission.READ_PROFILE)
@Tag(name = "快照", description = "正在对外服务的数据版本")
class SnapshotController {

    private final ServedSnapshots snapshots;

    SnapshotController(ServedSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GetMapping("/current")
    @Operation(summary = "当前快照", description = "序号、所属小时、发布时间、内容摘要与企业数。")
    ResponseEntity<CurrentSnapshot> current() {
        ServedSnapshot served = snapshots.current();
        return Answer.of(served.version(), CurrentSnapshot.of(served));
    }

    /**
     * The snapshot that answers come from.
     *
     * @param content digest over every table's content
     */
    record CurrentSnapshot(
            long sequence,
            String hour,
            @JsonProperty("published_at") Instant publishedAt,
            String content,
            int enterprises,
            @JsonProperty("in_park") int inPark) {

        static CurrentSnapshot of(ServedSnapshot served) {
            Snapshot snapshot = served.snapshot();
            SearchIndex index = served.index();
            return new CurrentSnapshot(
                    snapshot.sequence(),
                    snapshot.hour().label(),
                    snapshot.publishedAt(),
                    snapshot.content().hex(),
                    index.enterprises(),
                    index.inPark().cardinality());
        }
    }
}
