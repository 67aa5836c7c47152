package org.cyberspaceid.sandbox.simulator;

import java.util.Locale;

/** Why a simulation cannot be had. The code is stable. */
public enum Refusal {
    CLAIM_UNKNOWN("没有这个声明。", "There is no such claim; GET /simulator lists them."),
    ERROR_UNKNOWN("没有这个错误的演示。", "This error cannot be simulated; GET /simulator lists those that can."),
    REQUEST_INVALID("请求里要么有 claims，要么有 error。", "A request has either claims or error."),
    CLAIMS_CONTRADICT("这些答案互相矛盾，没有这样的人。", "These answers contradict one another: nobody can have them."),
    ANSWER_NEVER_GIVEN(
            "没有人会有这个答案；没有答案的用 null。", "Nobody ever has this answer. Where an ISP is left without one, ask for null."),
    MINORS_CANNOT_ENROL(
            "未满 18 周岁的还不能自己申领。", "Nobody under 18 can enrol by themselves yet, so an ISP never sees these answers."),
    MOBILE_ALWAYS_VERIFIED("每个人都核实过手机号码。", "Nobody enrols without a verified mobile number, so this is never false."),
    CARDS_ALWAYS_PROVE_IDENTITY(
            "用这种卡的人，身份总是核实过的。",
            "Only a travel document's chip can be without proof; whoever has such a card is always verified."),
    NOT_READY("沙盒还没有启动完。", "The sandbox is still starting.");

    private final String chinese;
    private final String english;

    Refusal(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

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
