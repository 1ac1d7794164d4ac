package io.loupe.server.platform.web;

import io.loupe.server.platform.problem.Problem;
import io.loupe.server.platform.problem.ProblemCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What fails outside of any controller ends here, and looks like every other failure. */
@RestController
final class FailedRequestController implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<Problem> answer(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemCode code = status instanceof Integer number ? ProblemCode.ofStatus(number) : ProblemCode.NOT_FOUND;
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(code, code.title() + ".", request));
    }
}
