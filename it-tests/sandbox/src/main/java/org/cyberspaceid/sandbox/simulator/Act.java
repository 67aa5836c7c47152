package org.cyberspaceid.sandbox.simulator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the person does in the browser. */
public enum Act {
    SIGN_IN("用手机号码、密码和短信验证码登录", "signs in with mobile number, password and SMS code"),
    AGREE("在同意页上同意", "agrees on the consent page"),
    REFUSE("在同意页上不同意", "refuses on the consent page"),
    WITHOUT_PASSKEY("在登录页上选择“我这里没有通行密钥”", "says on the sign-in page that there is no passkey"),
    NOTHING("什么都不做（浏览器里没有登录）", "does nothing (in a browser that is not signed in)");

    private final String chinese;
    private final String english;

    Act(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
