package io.hourshare.ask;

import io.hourshare.access.Caller;
import io.hourshare.contract.Catalogue;
import io.hourshare.contract.Departments;
import io.hourshare.ledger.CaseIntake;
import io.hourshare.ledger.CaseRefusedException;
import io.hourshare.serve.Sight;
import io.hourshare.serve.profile.EnterpriseProfile;
import io.hourshare.serve.profile.Profiles;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says whom a question is about, and refuses one to nobody. */
@Component
final class QuestionIntake implements CaseIntake {

    static final String LEDGER = "question";

    /** Asked for late: profiles are shown with their cases, so each knows of the other. */
    private final ObjectProvider<Profiles> profiles;

    private final Departments departments;

    QuestionIntake(ObjectProvider<Profiles> profiles, Catalogue catalogue) {
        this.profiles = profiles;
        this.departments = new Departments(catalogue);
    }

    @Override
    public String ledger() {
        return LEDGER;
    }

    @Override
    public Map<String, String> complete(Map<String, String> details, Caller opener) {
        String department = details.getOrDefault("department", "").strip();
        if (!departments.all().containsKey(department)) {
            throw new CaseRefusedException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "department-unknown",
                    "没有部门“" + department + "”；可问的部门："
                            + String.join("、", departments.all().keySet()));
        }
        String id = details.getOrDefault("enterprise", "").strip();
        EnterpriseProfile profile = profiles.getObject()
                .find(id, Sight.NOTHING)
                .profile()
                .orElseThrow(() -> new CaseRefusedException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "enterprise-not-found",
                        "当前画像中没有企业“" + id + "”；请核对企业标识（enterprise）"));
        Map<String, String> complete = new HashMap<>(details);
        complete.put("enterprise", profile.enterpriseId());
        complete.put("enterprise_name", profile.name() == null ? "" : profile.name());
        complete.put("uscc", profile.uscc() == null ? "" : profile.uscc());
        return complete;
    }
}
