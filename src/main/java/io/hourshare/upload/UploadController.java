package io.hourshare.upload;

import io.hourshare.access.Caller;
import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.serve.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lists carried by hand, over HTTP. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.RUN)
@Tag(name = "运行")
class UploadController {

    private final UploadDesk desk;

    UploadController(UploadDesk desk) {
        this.desk = desk;
    }

    /** Why it is landed. */
    record Landing(@Nullable String reason) {}

    /** The hour whose delivery the file is now. */
    record Landed(String window) {}

    @PostMapping("/feeds/{feed}/uploads")
    @Operation(summary = "上传手工名单并预览", description = "file 为约定的 xlsx 或 csv；回答新增、变更、不变、消失、退回各多少，不落地")
    Upload preview(@PathVariable String feed, @RequestParam MultipartFile file) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return desk.preview(id(feed), Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes);
        }
    }

    @PostMapping("/uploads/{id}/landing")
    @Operation(summary = "落地预览过的名单", description = "须写明事由；随后与其他交付一样入库、归并、发布")
    ResponseEntity<Landed> land(@PathVariable String id, @RequestBody Landing landing) {
        String actor = Caller.current().map(Caller::name).orElse("");
        String reason = Objects.requireNonNullElse(landing.reason(), "");
        return ResponseEntity.accepted()
                .body(new Landed(desk.land(id, actor, reason).label()));
    }

    private static FeedId id(String feed) {
        try {
            return FeedId.parse(feed);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "feed-unknown", "无法上传", "数据源「" + feed + "」写法有误；应形如 park.roster");
        }
    }
}
