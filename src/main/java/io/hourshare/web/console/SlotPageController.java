package io.hourshare.web.console;

import io.hourshare.access.Needs;
import io.hourshare.access.Permission;
import io.hourshare.kernel.FeedId;
import io.hourshare.kernel.HourWindow;
import io.hourshare.operate.balance.Balance;
import io.hourshare.operate.balance.BalanceLine;
import io.hourshare.operate.slot.SlotWords;
import io.hourshare.trace.Chain;
import io.hourshare.trace.Chains;
import io.hourshare.trace.FailureCard;
import io.hourshare.trace.FailureCards;
import io.hourshare.web.ShownTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One feed's hour: what became of it, how long each stretch took, and where it went wrong the card for it. */
@Controller
@Needs(Permission.READ_OPERATIONS)
class SlotPageController {

    private final Chains chains;
    private final FailureCards cards;
    private final Balance balance;

    SlotPageController(Chains chains, FailureCards cards, Balance balance) {
        this.chains = chains;
        this.cards = cards;
        this.balance = balance;
    }

    @GetMapping("/console/hours/{window}/feeds/{feed}")
    String slot(@PathVariable String window, @PathVariable String feed, Model model) {
        HourWindow hour = hour(window);
        FeedId id = id(feed);
        Chain chain = chains.of(id, hour).orElseThrow(SlotPageController::absent);
        BalanceLine line = balance.of(hour).stream()
                .filter(one -> one.feed().equals(feed))
                .findFirst()
                .orElseThrow(SlotPageController::absent);
        FailureCard card = cards.of(id, hour).orElse(null);
        model.addAttribute("hour", hour.label());
        model.addAttribute("shown", ShownTime.hour(hour));
        model.addAttribute("before", hour.previous().label());
        model.addAttribute("after", hour.next().label());
        model.addAttribute("chain", ShownChain.of(chain));
        model.addAttribute("line", line);
        model.addAttribute("state", SlotWords.state(line.state()));
        model.addAttribute("card", card);
        model.addAttribute("since", card == null ? "" : ShownTime.minute(card.at()));
        model.addAttribute(
                "good",
                card == null || card.lastGood() == null ? "" : ShownTime.hour(HourWindow.parse(card.lastGood())));
        return "console/slot";
    }

    private static HourWindow hour(String text) {
        try {
            return HourWindow.parse(text);
        } catch (RuntimeException e) {
            throw absent();
        }
    }

    private static FeedId id(String text) {
        try {
            return FeedId.parse(text);
        } catch (IllegalArgumentException e) {
            throw absent();
        }
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
