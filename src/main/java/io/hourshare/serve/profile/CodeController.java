package io.hourshare.serve.profile;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Checks codes over HTTP. */
@RestController
@Tag(name = "企业")
class CodeController {

    private final CodeCheck codes;

    CodeController(CodeCheck codes) {
        this.codes = codes;
    }

    @GetMapping("/api/v1/codes/{code}")
    @Needs(Permission.READ_PROFILE)
    @Operation(summary = "校验统一社会信用代码", description = "校验不符时给出可能的误打（O/0、I/1、相邻两位颠倒等），known 表示当前画像中有这家企业")
    CodeCheck.Advice check(@PathVariable String code) {
        return codes.check(code);
    }
}
