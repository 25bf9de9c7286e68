package org.gongbao.recognition;

/** One step of recognition (识别步骤): reads some parts of a draft, adds values with their claims, and findings. */
interface Step {

    void apply(Draft draft);
}
