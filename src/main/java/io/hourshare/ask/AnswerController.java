package io.hourshare.ask;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.serve.ItemList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answered values over HTTP; asking and answering go over the ledger {@code question}. */
@RestController
@Tag(name = "台账")
class AnswerController {

    private final Answers answers;

    AnswerController(Answers answers) {
        this.answers = answers;
    }

    @GetMapping("/api/v1/enterprises/{id}/answers")
    @Needs(Permission.READ_PROFILE)
    @Operation(summary = "一事一查的答复", description = "每条答复是一个值，带来源部门、答复时间与有效期；current 为假的已过有效期，不再作为现值")
    ItemList<AnsweredValue> answers(@PathVariable String id) {
        return ItemList.whole(answers.of(id));
    }
}
