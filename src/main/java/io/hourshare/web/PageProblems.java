package io.hourshare.web;

import io.hourshare.serve.MovedException;
import io.hourshare.serve.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** What cannot be answered as asked becomes a page in Chinese; an enterprise that moved on leads on. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(0)
class PageProblems {

    private final FrameAdvice frame;

    PageProblems(FrameAdvice frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    String moved(MovedException moved) {
        return "redirect:/enterprises/" + moved.enterpriseId();
    }

    @ExceptionHandler
    ModelAndView refused(RefusedException refused, HttpServletRequest request) {
        return page(refused.status(), refused.title(), String.valueOf(refused.getMessage()), request);
    }

    @ExceptionHandler
    ModelAndView noFile(MultipartException broken, HttpServletRequest request) {
        return page(HttpStatus.BAD_REQUEST, "文件没有收全", "没有收到文件，或文件超过 50 MB。请重新选择文件上传；过大的名单请拆成几份。", request);
    }

    /** Advice for models is not asked where a handler failed: the frame is put around the page here. */
    private ModelAndView page(HttpStatus status, String title, String detail, HttpServletRequest request) {
        ModelAndView view = new ModelAndView("error", status);
        view.addObject("frame", frame.frame());
        view.addObject("demonstration", frame.demonstration());
        view.addObject("display", frame.display(request));
        view.addObject("menu", frame.menu(request));
        view.addObject("caller", frame.caller());
        view.addObject("title", title);
        view.addObject("detail", ShownTime.inBeijing(detail));
        return view;
    }
}
